"""Files into the record: read, extracted, published, answered."""

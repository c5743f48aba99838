"""Rule sets, facts and the calendar of recognition and benefit, read from YAML."""

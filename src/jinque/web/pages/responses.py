"""What every page may answer beside itself, for the description in OpenAPI."""

from litestar.openapi.datastructures import ResponseSpec

from jinque.web.contexts.error import ErrorContext

REFUSED = ResponseSpec(ErrorContext, generate_examples=False, description="The address is wrong.")
UNKNOWN = ResponseSpec(ErrorContext, generate_examples=False, description="There is no such thing.")

FAULTS = {400: REFUSED}
FAULTS_OF_ONE = {400: REFUSED, 404: UNKNOWN}

"""What every page may answer beside itself, for the description in OpenAPI."""

from litestar.openapi.datastructures import ResponseSpec

from jinque.web.contexts.error import ErrorContext

REFUSED = ResponseSpec(ErrorContext, generate_examples=False, description="The address is wrong.")
UNKNOWN = ResponseSpec(ErrorContext, generate_examples=False, description="There is no such thing.")
STALE = ResponseSpec(ErrorContext, generate_examples=False, description="Begin again.")
FOREIGN = ResponseSpec(ErrorContext, generate_examples=False, description="No such format.")
MANY = ResponseSpec(ErrorContext, generate_examples=False, description="Wait a minute.")

FAULTS = {400: REFUSED}
FAULTS_OF_ONE = {400: REFUSED, 404: UNKNOWN}
FAULTS_OF_DATA = {**FAULTS, 406: FOREIGN, 429: MANY}
FAULTS_OF_ONE_OBJECT = {**FAULTS_OF_ONE, 406: FOREIGN, 429: MANY}
FAULTS_OF_A_LIST = {**FAULTS_OF_ONE_OBJECT, 409: STALE}

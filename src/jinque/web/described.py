"""What an answer looks like, for the description in OpenAPI: the keys of the codec's forms."""

from typing import TYPE_CHECKING

from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from jinque import api

if TYPE_CHECKING:
    from litestar._openapi.schema_generation import SchemaCreator
    from litestar.openapi.spec import Schema


class NounSchemas(OpenAPISchemaPlugin):
    """Describes dataclasses, ours and the model's, by the keys that they have in JSON.

    Every key is always there.
    """

    def is_plugin_supported_field(self, field_definition: FieldDefinition) -> bool:
        """Tell whether an annotation is a dataclass."""
        return bool(field_definition.is_dataclass_type)

    def to_openapi_schema(
        self, field_definition: FieldDefinition, schema_creator: "SchemaCreator"
    ) -> "Schema":
        """Return the schema of an object."""
        keys = api.json_keys(field_definition.type_)
        return schema_creator.create_component_schema(
            field_definition,
            required=sorted(keys),
            property_fields={
                key: FieldDefinition.from_kwarg(annotation=hint, name=key)
                for key, hint in keys.items()
            },
        )

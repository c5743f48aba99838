"""The description of the JSON twins, read by people and by programs."""

from dataclasses import dataclass

from litestar.openapi.spec import OpenAPI


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenapiContext:
    """What `/openapi` shows; its twin `/openapi.json` is the OpenAPI document itself."""

    openapi: str
    info: dict[str, object]
    paths: dict[str, dict[str, object]]
    components: dict[str, object]


def openapi_context(schema: OpenAPI) -> OpenapiContext:
    """Turn the schema of the pages into that of their twins: `.json` behind each path."""
    document = schema.to_schema()
    return OpenapiContext(
        openapi=document["openapi"],
        info=document["info"],
        paths={twin_path(path): item for path, item in document["paths"].items()},
        components=document.get("components", {}),
    )


def twin_path(path: str) -> str:
    """Return the address of a page's JSON twin; a download is its own."""
    if path.endswith("/export"):
        return path
    return "/index.json" if path == "/" else f"{path}.json"

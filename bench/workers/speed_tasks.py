"""One piece of work of bench/speed.py, in this build or in its peer; prints figures as JSON.

    python speed_tasks.py TASK [ARGUMENT]

It is run by the interpreter with either build on PYTHONPATH and a record in JINQUE_DATA_DIR, and
uses only what both builds have. Seconds are of the processor.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from jinque import api
from jinque.model import SearchRequest
from jinque.model.person import Education, Person, WorkSpell

ON = date(2026, 3, 1)
PEOPLE = (
    Person(nationality="中国", educations=(Education(level="本科", majors=("护理学",)),), work=()),
    Person(
        nationality="中国",
        educations=(Education(level="硕士", majors=("机械工程",)),),
        work=(WorkSpell(begun_on=date(2015, 1, 1), occupation="焊工", is_management=True),),
    ),
    Person(educations=(Education(level="大专", majors=("市场营销",)),)),
)


def seconds_of(work: Callable[..., object], *given: object) -> float:
    begun = time.process_time()
    work(*given)
    return time.process_time() - begun


def one_person() -> dict[str, float]:
    """Assess people for all posts, after one that fills what is kept for all of them."""
    with api.open_workspace() as workspace:
        api.assess_all(workspace, PEOPLE[0], ON)
        asked = [seconds_of(api.assess_all, workspace, each, ON) for each in PEOPLE[1:]]
        posts = sum(api.assess_all(workspace, PEOPLE[0], ON).counts.values())
    return {"seconds": sum(asked) / len(asked), "posts": posts}


def publication(file: str) -> dict[str, float]:
    """Publish a catalogue, then search; the workspace had searched before."""
    getattr(api, "preload", int)()
    import_module("jinque.documents.word")
    with api.open_workspace() as workspace:
        api.search(workspace, SearchRequest(query="电气"))
        published = seconds_of(lambda: api.ingest(workspace, Path(file), "made-more"))
        searched = seconds_of(lambda: api.search(workspace, SearchRequest(query="电气")))
    return {"published": published, "searched": searched}


def compare_page() -> dict[str, float]:
    """Ask for the page that sets all catalogues side by side, twice."""
    app = import_module("jinque.web.app").site_app(api.open_workspace())
    client: Any = import_module("litestar.testing").TestClient(app)
    with client:
        client.get("/compare")
        found: list[Any] = []
        seconds = seconds_of(lambda: found.append(client.get("/compare?lang=en")))
    return {"seconds": seconds, "bytes": len(found[0].content)}


def requirements(folder: str) -> dict[str, float]:
    """Read the requirements of the posts of some files."""
    reader = import_module("jinque.extraction.criteria").CriteriaReader
    read = import_module("jinque.documents").read
    extraction = import_module("jinque.extraction")
    posts, seconds = 0, 0.0
    for path in sorted(Path(folder).iterdir())[:10]:
        document = read(path.read_bytes(), name=path.name)
        chosen = {"source_name": path.name, "edition_id": None, "known": ()}
        profiles = extraction.profiles_for(document, **chosen)
        [found] = extraction.extract(document, source_name=path.name, profiles=profiles)
        criteria = reader(found.edition, document.text)
        seconds += seconds_of(list, map(criteria.read, found.edition.posts))
        posts += len(found.edition.posts)
    return {"seconds": seconds / posts, "posts": posts}


def fill() -> dict[str, float]:
    """Read the shipped catalogues into an empty record."""
    with api.open_workspace() as workspace:
        return {"editions": len(api.catalogues(workspace))}


TASKS: dict[str, Callable[..., dict[str, float]]] = {
    each.__name__: each for each in (one_person, publication, compare_page, requirements, fill)
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])))

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from jinque.errors import MachineError
from jinque.store import Record, tables
from jinque.store.database import HEAD, migrations_folder
from jinque.store.tables import metadata
from tests.store.rows import connected, execute


@pytest.mark.usefixtures("record")
def test_the_migrations_make_the_schema_that_queries_see(database_url: str) -> None:
    with connected(database_url) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert {tables.account, tables.draft} <= {*metadata.tables.values()}
    assert differences == []


def test_the_expected_version_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))

    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


@pytest.mark.usefixtures("record")
def test_opening_an_up_to_date_record_imports_no_alembic(database_url: str) -> None:
    program = (
        "import sys; from jinque.store import Record; Record.open(sys.argv[1]).close(); "
        "print('alembic' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, database_url], check=True, capture_output=True, text=True
    )

    assert done.stdout == "False\n"


@pytest.mark.usefixtures("record")
def test_a_record_of_a_newer_version_is_left_alone(database_url: str) -> None:
    execute(database_url, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(MachineError, match="9999"):
        Record.open(database_url)

    assert execute(database_url, "SELECT version_num FROM alembic_version")[0][0] == "9999"


def test_a_step_that_fails_leaves_nothing_behind(database_url: str) -> None:
    execute(database_url, "CREATE TABLE mark (other INTEGER)")

    with pytest.raises(MachineError):
        Record.open(database_url)

    with pytest.raises(Exception, match="alembic_version"):
        execute(database_url, "SELECT * FROM alembic_version")
    with pytest.raises(Exception, match="source"):
        execute(database_url, "SELECT * FROM source")

"""Print every web address that the records name, once each: python3 scripts/links.py [--cases DIR]

For a program that tries them, such as lychee. Asks the network for nothing itself.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

from collections.abc import Iterator

from support import records
from support.console import Parser, run, say


def main() -> int:
    """List the addresses by the command line's arguments."""
    parser = Parser(
        description="기록에 적힌 웹 주소를 하나씩 보여 줍니다. 인터넷에 묻지는 않습니다."
    )
    parser.add_argument(
        "--cases",
        type=Path,
        default=records.FOLDER,
        metavar="폴더",
        help="기록이 든 폴더 (기본: cases)",
    )
    cases = parser.parse_args().cases
    records.existing(cases)
    records.enter_reader()
    for address in sorted(set(addresses(cases))):
        say(address)
    return 0


def addresses(cases: Path) -> Iterator[str]:
    """Every web address in the fields and the bodies of the records in ``cases``."""
    from hyeopchi.markup.grammar import targets
    from hyeopchi.records.walk import leaves
    from hyeopchi.text.url import Kind, read_address

    archive = records.read(cases)
    for record in archive.records:
        yield from (spot.value for spot in leaves(record, archive.schema, "url"))
        found = (read_address(target.written) for target in targets(record.body))
        yield from (address.url for address in found if address.kind is Kind.OUTSIDE)


if __name__ == "__main__":
    run(main)

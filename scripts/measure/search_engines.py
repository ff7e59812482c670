"""Search engines as a page of a built site drives them: the library's own, Material's and Pagefind's."""

from __future__ import annotations

from typing import NamedTuple

OURS, MATERIAL, PAGEFIND = "협치도서관", "Material 검색", "Pagefind"


class Engine(NamedTuple):
    """An engine. ``start`` is a page to open; ``script`` gives that page ``ask(query, most)``,
    which resolves to the ids of at most ``most`` records, the fittest first."""

    start: str
    script: str


ENGINES = {
    OURS: Engine(
        "/about/",
        """async () => {
        const { find } = await import("/assets/javascripts/search/engine.js");
        const { withIndex } = await import("/assets/javascripts/search/files.js");
        window.ask = (query, most) => withIndex(async (index) => {
            const answer = await find(index, query);
            const cards = await Promise.all(answer.records.slice(0, most).map((record) => index.card(record)));
            return cards.map((card) => card.id);
        });
    }""",
    ),
    MATERIAL: Engine(
        "/",
        """async () => {
        const settings = JSON.parse(document.getElementById("__config").textContent);
        const worker = new Worker(new URL(settings.search, location.href));
        const told = (message) => new Promise((done) => {
            worker.onmessage = (event) => done(event.data.data);
            worker.postMessage(message);
        });
        const load = async () => {
            const { config, docs } = await (await fetch("/search/search_index.json")).json();
            await told({ type: 0, data: { config, docs, options: { suggest: false } } });
        };
        let loaded;
        window.ask = async (query, most) => {
            await (loaded ??= load());
            const { items } = await told({ type: 2, data: query });
            const ids = items.map(([first]) => first.location.match(/^cases\\/([^/]+)\\//)?.[1]).filter(Boolean);
            return [...new Set(ids)].slice(0, most);
        };
    }""",
    ),
    PAGEFIND: Engine(
        "/",
        """async () => {
        const load = async () => {
            const engine = await import("/pagefind/pagefind.js");
            await engine.init();
            return engine;
        };
        let loaded;
        window.ask = async (query, most) => {
            const engine = await (loaded ??= load());
            const { results } = await engine.search(query);
            const pages = await Promise.all(results.slice(0, most).map((one) => one.data()));
            return pages.map((page) => page.url.match(/\\/cases\\/([^/]+)\\//)?.[1]).filter(Boolean);
        };
    }""",
    ),
}

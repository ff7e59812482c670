// Gives the page ask(query, most): the ids of at most so many records, the fittest first.
async () => {
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
        return pages.map((page) => page.url.match(/\/cases\/([^/]+)\//)?.[1]).filter(Boolean);
    };
}

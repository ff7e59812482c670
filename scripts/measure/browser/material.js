// Gives the page ask(query, most): the ids of at most so many records, the fittest first.
async () => {
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
        const ids = items.map(([first]) => first.location.match(/^cases\/([^/]+)\//)?.[1]).filter(Boolean);
        return [...new Set(ids)].slice(0, most);
    };
}

// Types words into the search box: how long each key takes to show its results.
async (queries) => {
    const input = document.querySelector(".search-box input"), list = document.querySelector(".search-list");
    const typed = async (text) => {
        const changed = new Promise((done) => {
            const seen = new MutationObserver(() => (seen.disconnect(), done()));
            seen.observe(list, { childList: true });
            setTimeout(done, 3000);
        });
        input.value = text;
        const began = performance.now();
        input.dispatchEvent(new Event("input"));
        await changed;
        return performance.now() - began;
    };
    const warm = [];
    for (const query of queries) for (const again of [false, true]) for (let end = 2; end <= query.length; end++) {
        const took = await typed(query.slice(0, end));
        if (again) warm.push(took);
    }
    return warm;
}

// Asks every query twice: what is found, and how long the second time takes.
async (queries) => {
    const found = [];
    for (const query of queries) {
        const ids = await ask(query, 10);
        const began = performance.now();
        await ask(query, 1);
        found.push({ ids, warm: performance.now() - began });
    }
    return found;
}

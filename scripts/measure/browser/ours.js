// Gives the page ask(query, most): the ids of at most so many records, the fittest first.
async () => {
    const { find } = await import("/assets/javascripts/search/engine.js");
    const { withIndex } = await import("/assets/javascripts/search/files.js");
    window.ask = (query, most) => withIndex(async (index) => {
        const answer = await find(index, query);
        const cards = await Promise.all(answer.records.slice(0, most).map((record) => index.card(record)));
        return cards.map((card) => card.id);
    });
}

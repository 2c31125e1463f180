// The documents in the graph
// Each document with its publisher, date and address, and how many sentences and claims it gave.
MATCH (article:Document)
RETURN article.title AS title,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       COUNT { (article)<-[:FROM_DOCUMENT]-(:Sentence) } AS sentences,
       COUNT { (article)<-[:FROM_DOCUMENT]-(:Sentence)<-[:SUPPORTED_BY]-(:Claim) } AS claims,
       article.key AS documentKey
ORDER BY published, title, documentKey;

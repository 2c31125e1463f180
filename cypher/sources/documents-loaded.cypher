// The documents in the graph
// Each document with its publisher, date and address, and how many sentences and claims it gave.
MATCH (document:Document)
RETURN document.title AS title,
       document.publisher AS publisher,
       document.published AS published,
       coalesce(document.url, document.paths[0]) AS source,
       COUNT { (document)<-[:FROM_DOCUMENT]-(:Sentence) } AS sentences,
       COUNT { (document)<-[:FROM_DOCUMENT]-(:Sentence)<-[:SUPPORTED_BY]-(:Claim) } AS claims,
       document.key AS documentKey
ORDER BY published, title, documentKey;

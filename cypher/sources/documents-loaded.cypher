// The documents in the graph
// Each document with its publisher, date and address, and how many sentences and claims it gave.
// $from = "" (optional date) not published before this date
// $to = "" (optional date) not published after this date (a month or year counts in full)
// $limit = 1000 (integer) no more rows than this
// answers: what=title when=published
// asks: document|article|text|source|publication|newspaper|material|holding|bibliography|corpus|literature|press|
//   publisher|medium|outlet|reading load|include|available|contain|use|base|graph|read|draw|feed|process|underlie|
//   rest|ingest|import|consult|go|database|hold|rely|newspaper|corpus|analyse|evaluate|there|cover|exist|build|
//   publish|publisher|date|address|url|come|stem|list|catalogue|catalog|index|register|inventory|bibliography|number|
//   sentence|claim|yield|give|produce|contribute|make|supply|know|put|collect|overview|have|into|upon|consider|
//   exploit|survey|scan|gather|title? in?
// asks: bibliography|source+list|reading+list|list+source|works+cited graph|database|data|of?
MATCH (article:Document)
WHERE ($from = "" OR article.published >= $from)
  AND ($to = "" OR article.published <= $to OR article.published STARTS WITH $to)
WITH article ORDER BY article.published, article.title, article.key LIMIT toInteger($limit)
RETURN article.title AS title,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       COUNT { (article)<-[:FROM_DOCUMENT]-() } AS sentences,
       COUNT { (article)<-[:FROM_DOCUMENT]-(:Sentence)<-[:SUPPORTED_BY]-() } AS claims,
       article.key AS documentKey
ORDER BY published, title, documentKey;

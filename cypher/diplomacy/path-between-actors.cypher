// Shortest path between two actors
// The shortest ways from one actor to another over what documents affirm, with the best sentence behind each step.
// Reference facts such as memberships are no steps.
// $first = "france" (Actor) where the path starts
// $second = "japan" (Actor) where it ends
// $paths = 3 (integer) how many of the equally short paths
// answers: who=to when=date
// asks: [how|which|what|list|who|where|yes|how-many] connect|connection|link|path|chain|relate|tie|way|route|degree|
//   separate|separation|step|intermediary|go-between|through|via|hop short|shortest|link|step|graph|through|quickest|
//   direct|closest|degree|get|lead|apart|far|intermediary|via|many|tie|who|node|follow|there|between|trace?
//   from:$first to:$second
// asks: [how|which|what|list|who|where|yes|how-many] connect|connection|link|path|chain|route|degree|separate|
//   separation|way|intermediary|hop short|shortest|quickest|step|graph|through|via|lead|tie|relate|closest|many|there|
//   intermediary|get? between:$first! between:$second!
// asks: [how|which|what|list|who|where|how-many] through|via|intermediary|go-between connect|connection|link|tie|
//   relate|relation|join|bind|reach|chain|path|related? $first! $second! COOPERATES_WITH? PARTNER_OF?
// asks: [how] get|go|come|reach from:$first! to:$second! graph|through|via|step?
// asks: [which|what|list|who|how] connection|link|path|chain|route|connect short|shortest|step|quickest? $first
//   $second
MATCH (first:Actor {key: $first})
OPTIONAL MATCH (second:Actor {key: $second})
WITH first, second WHERE second <> first
MATCH path = ALL SHORTEST (first)(()-[fact:OPPOSES|SUPPORTS|SIGNED|PARTICIPATED_IN|HOSTED|HELD_IN|VISITED|MET_WITH|MEMBER_OF
    |PARTNER_OF|COOPERATES_WITH|HOLDS_POSITION_IN|CONTRIBUTED_TO|ESTABLISHED|PROPOSED|ATTACKED|SANCTIONED|REPLACES
    |LOCATED_IN WHERE fact.origin = "claims"]-()){1,6}(second)
WITH path, [node IN nodes(path) | node.key] AS keys, [fact IN relationships(path) | type(fact)] AS types
ORDER BY keys, types LIMIT toInteger($paths)
WITH collect(path) AS paths
UNWIND range(0, size(paths) - 1) AS at
WITH at + 1 AS number, paths[at] AS path
UNWIND range(0, size(relationships(path)) - 1) AS at
WITH number, at + 1 AS step, relationships(path)[at] AS fact, nodes(path)[at] AS from, nodes(path)[at + 1] AS to
CALL (fact) {
  MATCH (claim:Claim {statement: startNode(fact).key + " " + type(fact) + " " + endNode(fact).key})
  WHERE claim.polarity = "affirmed" AND claim.modality = "actual"
  MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  RETURN claim, sentence, article
  ORDER BY claim.confidence DESC, article.published, claim.key LIMIT 1
}
RETURN number AS path,
       step,
       from.name AS from,
       to.name AS to,
       startNode(fact).name + " " + type(fact) + " " + endNode(fact).name AS statement,
       coalesce(claim.date, "no date known") AS date,
       fact.documents AS documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       from.key AS fromKey,
       to.key AS toKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY path, step;

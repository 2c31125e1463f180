// Exercises by year
// One row for each year and exercise: where it was held, who is said to have taken part and how many states are among
// them, with the sentence that dates it best. The year is that of the claims that give a date. No more than 25 places
// are named; what is only planned or possible says so.
// $participant = "" (optional Actor) only exercises in which this actor took part in that year
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: what=exercise when=year where=places
// asks: Exercise $participant? PARTICIPATED_IN? HELD_IN? year+by|per+year|each+year|every+year|yearly|annual|annually|
//   which+year|timeline|sort+year|group+year|calendar|chronology|chronologically|annum|by+year|year+year|for+year
//   involve|break|sort|list|group|order|participation|overview|table|statistics|number|each|broken|down|place|take|
//   happen|occur|run|hold|per|join|participate|put|out|see|conduct|which|divide|split|arrange|show|give?
MATCH (claim:Claim {predicate: "PARTICIPATED_IN", polarity: "affirmed", modality: "actual"})
USING INDEX claim:Claim(predicate)
WHERE claim.confidence >= $minConfidence
MATCH (claim)-[:OBJECT]->(exercise:Exercise)
WITH exercise, coalesce(left(claim.date, 4), "no date known") AS year, collect(claim) AS claims
WHERE $participant = "" OR any(claim IN claims WHERE EXISTS { (claim)-[:SUBJECT]->(:Actor {key: $participant}) })
WITH * ORDER BY year, exercise.name, exercise.key LIMIT toInteger($limit)
CALL (claims) {
  UNWIND claims AS claim
  MATCH (claim)-[:SUBJECT]->(participant:Actor)
  MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  WITH participant, claim, sentence, article ORDER BY participant.name, claim.key
  // The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
  RETURN collect(DISTINCT participant.name) AS participants, count(DISTINCT CASE WHEN participant:State THEN participant END) AS states,
         count(DISTINCT article) AS documents, collect(DISTINCT sentence.key) AS sentenceKeys,
         min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key])[3] AS key
}
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN year,
       exercise.name AS exercise,
       COLLECT {
         // "actual" comes before "planned" and "possible" by its letters, too.
         MATCH (exercise)<-[:SUBJECT]-(held:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(place:Entity)
         WITH place.name AS name, min(held.modality) AS modality
         RETURN name + CASE modality WHEN "actual" THEN "" ELSE " (" + modality + ")" END AS place ORDER BY place LIMIT 25
       } AS places,
       participants,
       states,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       exercise.key AS exerciseKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey,
       sentenceKeys
ORDER BY year, exercise, exerciseKey;

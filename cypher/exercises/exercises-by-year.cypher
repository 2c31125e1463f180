// Exercises by year
// One row for each year and exercise: where it was held and who is said to have taken part. The year is that of the
// claims that give a date.
// $participant = "" (optional Actor) only exercises in which this actor took part
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: what=exercise when=year where=places
// asks: Exercise $participant? PARTICIPATED_IN? HELD_IN? year+by|per+year|each+year|every+year|yearly|annual|annually|which+year|timeline
MATCH (exercise:Exercise)<-[:OBJECT]-(claim:Claim {predicate: "PARTICIPATED_IN", polarity: "affirmed", modality: "actual"})
      -[:SUBJECT]->(participant:Actor)
WHERE claim.confidence >= $minConfidence
  AND ($participant = "" OR EXISTS {
    (exercise)<-[:OBJECT]-(:Claim {predicate: "PARTICIPATED_IN", polarity: "affirmed", modality: "actual"})
      -[:SUBJECT]->(:Actor {key: $participant})
  })
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH exercise, participant, claim, sentence, article ORDER BY participant.name, claim.key
WITH exercise, left(claim.date, 4) AS year, collect(DISTINCT participant.name) AS participants,
     count(DISTINCT article) AS documents, collect(DISTINCT sentence.key) AS sentenceKeys
RETURN coalesce(year, "no date known") AS year,
       exercise.name AS exercise,
       COLLECT {
         MATCH (exercise)<-[:SUBJECT]-(:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(place:Entity)
         RETURN DISTINCT place.name AS name ORDER BY name
       } AS places,
       participants,
       size(participants) AS count,
       documents,
       exercise.key AS exerciseKey,
       sentenceKeys
ORDER BY year, exercise, exerciseKey;

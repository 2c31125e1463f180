// Which members exercised with an actor, and how often
// Members of an organisation that took part in the same exercises as an actor: the number of exercises, and for each
// one the sentence on either side. Membership is taken at the date of the claim, else of the document. Without an
// organisation, all that took part.
// $actor = "japan" (Actor) the actor
// $organisation = "nato" (optional Organisation) whose members are counted; "" for everybody
// $from = "" (optional date) only exercises that are dated, and not before this date (a month or year counts in full)
// $to = "" (optional date) only exercises that are dated, and not after this date (a month or year counts in full)
// $among = [] (list) only partners with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=partner what=exercise when=date
// asks: COOPERATES_WITH|PARTICIPATED_IN Exercise? train|drill|exercise|manoeuvre|practise|practice $actor
//   @organisation often|frequently|frequency|frequent|regularly|most|same|together|joint|jointly|alongside|company|
//   side|common|many|time|number|count?
// asks: train|drill|exercise|manoeuvre|practise|practice|rehearse|frequency|same+exercise with|partner|alongside|
//   together|often|frequently|frequency|same|joint|common Exercise? $actor @organisation often|frequently|most|same|
//   together|joint|jointly|alongside|share|rank|number|count? PARTICIPATED_IN? COOPERATES_WITH?
// asks: often|frequently|frequency|frequent train|drill|exercise|manoeuvre|practise|practice|rehearse with|partner|alongside|
//   together Exercise? $actor @organisation? same|joint|jointly|rank|number|count? PARTICIPATED_IN? COOPERATES_WITH?
MATCH (:Actor {key: $actor})<-[:SUBJECT]-(own:Claim {predicate: "PARTICIPATED_IN", polarity: "affirmed", modality: "actual"})
      -[:OBJECT]->(exercise:Exercise)
WHERE own.confidence >= $minConfidence
MATCH (own)-[:SUPPORTED_BY]->(ownSentence:Sentence)-[:FROM_DOCUMENT]->(ownArticle:Document)
WITH exercise, own, ownSentence, ownArticle ORDER BY own.confidence DESC, own.key
WITH exercise, collect({claim: own, sentence: ownSentence, document: ownArticle})[0] AS own
MATCH (exercise)<-[:OBJECT]-(claim:Claim {predicate: "PARTICIPATED_IN", polarity: "affirmed", modality: "actual"})
      -[:SUBJECT]->(partner:Actor)
WHERE claim.confidence >= $minConfidence AND partner.key <> $actor AND ($among = [] OR partner.key IN $among)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldAt
WHERE ($from = "" OR claim.date >= $from OR $from STARTS WITH claim.date)
  AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
  AND ($organisation = "" OR EXISTS {
  MATCH (partner)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
  WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
  WHERE heldAt IS NULL
     OR ((since <= heldAt OR since STARTS WITH heldAt)
         AND (heldAt < until OR (heldAt STARTS WITH until AND size(until) < 10)))
  RETURN since
})
WITH * ORDER BY size(coalesce(claim.date, "")) DESC, claim.confidence DESC, article.published, claim.key
WITH partner, exercise, own, count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
WITH partner, count(exercise) AS exercises,
     collect({exercise: exercise, own: own, documents: documents, best: best}) AS rows
UNWIND rows AS row
RETURN partner.name AS partner,
       exercises,
       row.exercise.name AS exercise,
       coalesce(row.best.claim.date, "no date known") AS date,
       row.documents AS documents,
       row.best.claim.quote AS evidence,
       row.best.document.title AS document,
       row.best.document.publisher AS publisher,
       row.best.document.published AS published,
       coalesce(row.best.document.url, row.best.document.paths[0]) AS source,
       row.own.claim.quote AS evidenceOfActor,
       row.own.document.title AS documentOfActor,
       coalesce(row.own.document.url, row.own.document.paths[0]) AS sourceOfActor,
       row.best.claim.confidence AS confidence,
       partner.key AS partnerKey,
       row.exercise.key AS exerciseKey,
       row.best.claim.key AS claimKey,
       row.own.claim.key AS actorClaimKey,
       row.best.sentence.key AS sentenceKey,
       row.own.sentence.key AS actorSentenceKey
ORDER BY exercises DESC, partner, partnerKey, date, exercise, exerciseKey;

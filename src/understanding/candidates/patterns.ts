/**
 * Turns of phrase that speak for one way or another in which a text goes on with a talk. Each is a sign that the ranking
 * weighs, by itself and beside others; none decides anything alone. All are tried on the masked words.
 */
export const PATTERNS: Readonly<Record<string, RegExp>> = {
  // One role beside another.
  "sets-beside":
    /\b(?:than|vs|versus|v|against|next to|compared|comparable|compares?|over|same as|like being|differ\w*|diff|above|below|or that)\b/,
  "more-or-less":
    /\b(?:better|worse|harder|easier|higher|lower|longer|shorter|safer|tougher|closer|richer|calmer|simpler|quicker|faster|nicer|kinder|gentler|or|between)\b/,
  difference: /\b(?:diff|difference|differences|differ|different|the same (?:job|role|thing))\b/,
  gap: /\b(?:the|that|this|big|much of an?|large|small|huge) (?:\w+ )?(?:gap|difference|jump between)\b/,
  // Several roles of the talk.
  which:
    /\b(?:which|who|what one)(?: one| ones)?(?: of (?:them|these|those|both|the \w+|th[eo]se \w+))?(?: all)?(?: \w+ly)? (?:pays?|earns?|makes?|is|has|gets?|needs?|works?|would|will|are|does|do|asks?|wants?|lets|ends|wins|demands?|requires?|got|comes|sleeps|travels|should)\b|\b(?:whos|which ones|ones)\b|\bwhere(?: is|s) .*\b(?:better|worse|more|less|easier|higher)\b|\bof (?:these|those|them)\b|\bwhich one$|\bwhich of the (?:two|three|NUM)\b/,
  "starts-with-which": /^(?:and |so |ok |then |but )*(?:which|who)\b/,
  both: /\b(?:both|all (?:three|NUM|of (?:them|those|these)|four)|them all|either|each|the two|th[eo]se (?:two|three|NUM)|these|them)\b/,
  "of-two":
    /\b(?:both|(?:of )?(?:these|those|the|the last) (?:two|NUM)|either of (?:them|these|those|em)|each of (?:them|these|those)|of (?:them|em))\b/,
  "of-them": /\b(?:of (?:them|these|those)|them all|among them)\b/,
  several: /\b(?:three|NUM|all|four|others|other (?:two|NUM))\b/,
  ranks: /\b(?:rank|order|sort|compare) (?:them|their|these|those|all|both|the)\b/,
  adds: /\b(?:add|include|throw in|toss in|put|into the mix|alongside|bring in|along with)\b/,
  "adds-to-several": /\b(?:plus|as well|too|also|three)\b/,
  drops:
    /\b(?:drop|forget|without|leave out|minus|remove|scratch|lose|skip|ignore|take out|kick out|except)\b/,
  // Over all roles, whatever was spoken of.
  "over-all":
    /\b(?:roles|jobs|titles|careers|positions|professions)\b(?! (?:of|between) (?:the|these|those|them))/,
  // The asker, their own job and the way from it.
  me: /\b(?:i|im|ive|id|me|my|mine|myself|we|us|our)\b/,
  mine: /\b(?:mine|my (?:current|present|own|job|role|pay|salary|hours|side)\b|what (?:i|ive|people like me)\b|people like me|than (?:i|now|what i)\b|(?:i|ive) (?:do|make|earn|get|have|got) now|as now|would my (?:pay|salary|hours)|pay ?cut|earn less)\b/,
  "my-side":
    /\b(?:my (?:own|job|role|current|side|title|position)|where i|what i (?:am|do|have)|me now|mine|us|our)\b/,
  "asks-way":
    /\bhow (?:do|would|could|can|should|might|did|will|to|does|about) (?:i|we|one|somebody|someone)\b|\bhow ?(?:,|$)|\bhow from\b|^how\b|\bhow to (?:get|go|switch|move|change|do|become|reach|start|begin)\b|\bhowd i\b|\b(?:get|got) (?:there|in|to (?:it|that|this)|into (?:it|that|this))\b|\b(?:could|can) i\b|\bwould i (?:fit|make it|manage|cope)\b|\bcould somebody like me\b|\b(?:the|a|this|that|is|make|making) (?:switch|jump|move|leap|step|change|promotion)\b|\bcross(?:ing)? over\b|\bchange over\b|\bwhat (?:does|would|will) (?:it|the \w+|that) take\b|\bwhat (?:do|would|am) i (?:lack|lacking|miss|missing|still need)\b|\b(?:path|way|road|route) (?:to|there|in)\b|\bfrom there\b|\bfirst steps?\b|\b(?:reach|become|be) (?:it|that|one|the)\b|\btoo late\b|\bguide\b|\b(?:realistic|doable|possible|feasible)\b/,
  "of-the-move":
    /\b(?:missing|miss|lack|lacking|take me|takes me|take|takes|long|gap|carry over|carries over|transfer\w*|learn|first|step|realistic|doable|switch|move|jump|without|hard|till|until|time)\b/,
  "how-long": /\bhow (?:long|many (?:years|yrs|months))\b|\btime (?:needed|frame)\b|\bmonths or years\b/,
  "tells-of-self":
    /^(?:and |i have |ive |ive got |got |with |also )*(?:NUM|a few|many|some) (?:years?|yrs?)\b/,
  "from-there": /\bfrom (?:there|that|then|it|here|where i|what i|my)\b/,
  // Somebody else on their way: "how would a postman get in", "my son is one".
  "someone-else":
    /\b(?:how|can|could|would|should|where|is it|what)\b(?:(?!\b(?:they|you|i|we|it)\b)[\w ])*\b(?:an?|the|my|our|his|her|some|from|ex) (?!one\b|manager\b|lead\b|role\b|job\b|second\b|first\b|other\b|field\b|[A-Z]+\d)[a-z]+(?: [a-z]+)? (?:get|become|start|move|switch|make|do|go|into|to|girl|guy|person|break|end up|reach|learn|need)\b|\bfrom (?:my |an? |being an? )?[a-z]{4,}\b/,
  relative:
    /\b(?:my (?:son|daughter|wife|husband|friend|mate|brother|sister|cousin|nephew|niece|partner|colleague|kid|boy|girl|mum|dad|mother|father|flatmate)|he|she|him|her|his)\b/,
  instead:
    /\b(?:instead|rather|in place of|what if|if i choose|maybe|perhaps|or maybe|then|say|nah|sideways|only)\b|\?$/,
  // The same talk goes on, or is put right.
  corrects:
    /^(?:(?:oh|ah|ok|okay|um|hm|hmm|wait|haha|lol|argh|oops|ugh) ,? ?)*(?:no\b|nope|nah|sorry|sry|srry|actually|i meant|i mean|meant|not (?:that|the|this|quite|really|a|an)\b|wrong|correction|rather|scratch that|my bad|i said|oops|typo|i was asking|make that|wasnt|i didnt mean|didnt mean|try again|that was|thats not|wrong role|mistake)/,
  pronoun:
    /\b(?:they|them|their|theirs|it|its|that|this|these|those|he|she|his|her|one|there|the role|the job|the position|that role|this role|that job|such|same)\b/,
  opens:
    /^(?:and|also|then|but|ok|okay|so|now|plus|what about|how about|what of|hows about|wbu|or|same for|same question|how is|whats|what if|for|with|as for|cool|nice|hmm|right|well|ah|oh|k|great|good|thanks|ta|cheers|interesting|fine|alright|aha|got it|i see|wow|sure|yeah|yes|yep)\b/,
  "starts-with-and": /^(?:and|n|plus|also|what about|how about|or)\b/,
  same: /\b(?:same|as well|too|also)\b/,
  more: /^(?:and|so|ok|okay|,| )*(?:what|anything|something) (?:else|more)(?: then| there| besides)?$/,
  back: /\b(?:back to|again|go back|going back|return)\b/,
  level:
    /\b(?:and|what about|how about|for|as) (?:an? |the )?(?:juniors?|seniors?|beginners?|entry level|graduates?|mid level)(?: one| ones)?$/,
  "with-years": /^(?:and )?(?:w|with|at|after) NUM (?:years?|yrs?)\b/,
  asks: /\b(?:how|what|whats|which|who|where|when|why|do|does|is|are|can|could|would|will|should|any)\b/,
  jobs: /^(?:any|and|the|show me|ok|so|then|are there|got|what|,| )*(?:jobs?|openings?|vacanc\w+|ads|positions?)(?: (?:there|for (?:that|it|them)|then|please|pls|now|open|out there|going))*$/,
};

/** Words that leave a role out, up to the next pause. */
export const LEAVES_OUT =
  /\b(?:drop|forget|without|leave out|minus|remove|scratch|lose|skip|ignore|take out|kick out|except|cross out|instead of|rather than|not) (?!NUM)(?:(?!(?:ROLE|AREA)\d)[^,.])*/;

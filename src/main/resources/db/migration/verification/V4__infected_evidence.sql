-- The virus scanner may find something in a document that was there already.
alter table verification.history
    drop constraint history_event_check,
    add constraint history_event_check check (event in ('OPENED', 'EVIDENCE_ADDED',
        'EVIDENCE_REMOVED', 'SUBMITTED', 'CLAIMED', 'HANDED_OVER', 'RELEASED', 'ASKED', 'ANSWERED',
        'RESUMED', 'QUALIFIED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'CONTESTED', 'FACT_CHANGED',
        'LETTER_ACCEPTED', 'LETTER_REFUSED', 'PARENT_LOST', 'PARENT_DISOWNED', 'EVIDENCE_INFECTED'));

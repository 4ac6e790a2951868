-- Money may be taken away again from the wrong order: the receipt is reversed, and the decision is undone as any other.
alter table banking.decision drop constraint decision_assigned_stays;

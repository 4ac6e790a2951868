-- An address names a document by its number alone.
create index document_by_number on invoicing.document (year, place, prefix);

namespace SecondLook.Docket.Storage;

/// <summary>The databases themselves refuse to change or remove what was entered, whoever asks.</summary>
internal static class AppendOnly
{
    public const string InSqlite = """
        CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never changed: add what takes its place'); END;
        CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never removed: add what takes its place'); END;
        CREATE TRIGGER contents_are_not_changed BEFORE UPDATE ON contents BEGIN SELECT RAISE(ABORT, 'a document is never changed: add another'); END;
        CREATE TRIGGER contents_are_not_removed BEFORE DELETE ON contents BEGIN SELECT RAISE(ABORT, 'a document is never removed: add another'); END;
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'a line of the log is never changed'); END;
        CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'a line of the log is never removed'); END;
        """;

    public const string InPostgres = """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'what was entered is never changed or removed: add what takes its place';
        END $$;
        CREATE TRIGGER entries_are_not_changed BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER entries_are_not_emptied BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER contents_are_not_changed BEFORE UPDATE OR DELETE ON contents FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER contents_are_not_emptied BEFORE TRUNCATE ON contents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;
}

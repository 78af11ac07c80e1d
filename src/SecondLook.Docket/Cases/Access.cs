namespace SecondLook.Docket.Cases;

/// <summary>Who may read what. There is one rule, and every query goes through it.</summary>
internal static class Access
{
    public static bool MayRead(Entry entry, Account reader, CaseFile file)
    {
        if (entry.ById == reader.Id || (entry.Standing == Standing.WorkProduct && entry.OfficeId == reader.OfficeId))
        {
            return true;
        }

        if (entry.Sealed && !IsNamed(reader, file))
        {
            return false;
        }

        return entry.Standing switch
        {
            Standing.Public => true,
            Standing.Filed => IsParty(reader, file),
            Standing.Lodged => IsParty(reader, file) && (reader.Side == Side.Court || IsDisclosed(entry, reader.Side, file)),
            _ => IsParty(reader, file) && IsDisclosed(entry, reader.Side, file),
        };
    }

    /// <summary>True where both sides have it: filed, or disclosed to each.</summary>
    public static bool IsOpenToBothSides(Entry entry, CaseFile file) =>
        entry.Standing >= Standing.Filed || (IsDisclosed(entry, Side.Defense, file) && IsDisclosed(entry, Side.Government, file));

    /// <summary>Somebody who appears in the case, by name, is among those who see what is sealed.</summary>
    public static bool IsNamed(Account reader, CaseFile file) => file.Current<Appearance>().Any(a => a.AccountId == reader.Id && !a.Ends);

    /// <summary>True where an office appears for the person.</summary>
    public static bool IsCounsel(Guid office, CaseFile file) =>
        file.Current<Appearance>().Any(a => a.Part == Part.Counsel && a.AccountOfficeId == office && !a.Ends);

    /// <summary>The court, the government and the probation office of the district, and the office that appears for the person.</summary>
    public static bool IsParty(Account reader, CaseFile file) =>
        reader.Side switch
        {
            Side.Court or Side.Government or Side.Probation => reader.District == file.Case.District,
            Side.Defense => IsCounsel(reader.OfficeId, file),
            _ => false,
        };

    private static bool IsDisclosed(Entry entry, Side side, CaseFile file) =>
        file.All<Disclosure>()
            .Any(d =>
                d.SubjectId == entry.Id
                && side switch
                {
                    Side.Defense => d.ToDefense,
                    Side.Government => d.ToGovernment,
                    _ => true, // the court and its probation office have what a side has
                }
            );
}

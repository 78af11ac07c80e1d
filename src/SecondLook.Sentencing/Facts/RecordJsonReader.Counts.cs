namespace SecondLook.Sentencing.Facts;

/// <summary>Counts, groups, custody and the person.</summary>
internal ref partial struct RecordJsonReader
{
    private static readonly FieldNames GroupFields = new("guideline", "adjustedLevel", "units");
    private static readonly FieldNames PersonFields = new(
        "sex",
        "race",
        "hispanic",
        "age",
        "name",
        "registerNumber",
        "docketNumber",
        "defendant"
    );

    private static readonly FieldNames CountFields = new(
        "statute",
        "quantity",
        "prior851",
        "minimumMonths",
        "maximumMonths",
        "months",
        "relation"
    );

    private static readonly FieldNames CustodyFields = new(
        "sentenceBegan",
        "priorCreditDays",
        "goodTimeLostDays",
        "schooling",
        "rdapMonths",
        "earnedCreditDays",
        "earnsTimeCredits",
        "arrivedOn",
        "facility",
        "detainer",
        "finalRemovalOrder",
        "placement",
        "destination",
        "citizenship",
        "released",
        "asOf"
    );

    private Count? ReadCount()
    {
        if (!EnterObject("a count"))
        {
            return null;
        }

        var count = new Count();
        ulong seen = 0;
        while (NextField(CountFields, ref seen, out var field))
        {
            count = field switch
            {
                "statute" => count with { Statute = ReadText("a statute") },
                "quantity" => count with { Quantity = ReadDrug() },
                "prior851" => count with { Prior851 = ReadWhole("the number of prior convictions", 0, 20) },
                "minimumMonths" => count with { Minimum = ReadMonths("a statutory minimum", 0) },
                "maximumMonths" => count with { Maximum = ReadMonths("a statutory maximum", 1) },
                "months" => count with { Months = ReadMonths("a term", 0) },
                _ => count with { Relation = ReadWord("the relation of a count to the others", RecordJsonNames.Relations) },
            };
        }

        LeaveObject();
        return count;
    }

    private CountGroup? ReadGroup()
    {
        if (!EnterObject("a group"))
        {
            return null;
        }

        var group = new CountGroup(null, null, null);
        ulong seen = 0;
        while (NextField(GroupFields, ref seen, out var field))
        {
            group = field switch
            {
                "guideline" => group with { Guideline = ReadGuideline() },
                "adjustedLevel" => group with { AdjustedLevel = ReadWhole("the adjusted level of a group", 0, HighestLevel) },
                _ => group with { Units = ReadDecimal("the number of units", 0, 20) },
            };
        }

        LeaveObject();
        return group;
    }

    private Custody? ReadCustody()
    {
        const int MostDays = 40_000;
        if (!EnterObject("the custody facts"))
        {
            return null;
        }

        var custody = new Custody();
        ulong seen = 0;
        while (NextField(CustodyFields, ref seen, out var field))
        {
            custody = field switch
            {
                "sentenceBegan" => custody with { SentenceBegan = ReadDate("the day on which the sentence began") },
                "priorCreditDays" => custody with { PriorCreditDays = ReadWhole("the number of days of credit", 0, MostDays) },
                "goodTimeLostDays" => custody with { GoodTimeLostDays = ReadWhole("the number of days lost", 0, MostDays) },
                "schooling" => custody with { Schooling = ReadYesNo() },
                "rdapMonths" => custody with { RdapMonths = ReadWhole("the number of months off", 0, 12) },
                "earnedCreditDays" => custody with { EarnedCreditDays = ReadWhole("the number of days earned", 0, MostDays) },
                "earnsTimeCredits" => custody with { EarnsTimeCredits = ReadYesNo() },
                "arrivedOn" => custody with { ArrivedOn = ReadDate("the day of arrival at the designated facility") },
                "facility" => custody with { Facility = ReadText("a facility") },
                "detainer" => custody with { Detainer = ReadText("a detainer") },
                "finalRemovalOrder" => custody with { FinalRemovalOrder = ReadYesNo() },
                "placement" => custody with { Placement = ReadWord("a placement", RecordJsonNames.Placements) },
                "destination" => custody with { Destination = ReadText("a destination") },
                "citizenship" => custody with { Citizenship = ReadText("citizenship") },
                "released" => custody with { Released = ReadYesNo() },
                _ => custody with { AsOf = ReadDate("the day whose law decides")?.First },
            };
        }

        LeaveObject();
        return custody;
    }

    private Person? ReadPerson()
    {
        if (!EnterObject("the person"))
        {
            return null;
        }

        var person = new Person(null, null, null, null);
        ulong seen = 0;
        while (NextField(PersonFields, ref seen, out var field))
        {
            person = field switch
            {
                "sex" => person with { Sex = ReadText("sex") },
                "race" => person with { Race = ReadText("race") },
                "hispanic" => person with { Hispanic = ReadYesNo() },
                "name" => person with { Name = ReadText("a name") },
                "registerNumber" => person with { RegisterNumber = ReadText("a register number") },
                "docketNumber" => person with { DocketNumber = ReadText("the number of a case") },
                "defendant" => person with { Defendant = ReadWhole("the number of a defendant", 1, 9999) },
                _ => person with { Age = ReadWhole("an age in years", 0, 130) },
            };
        }

        LeaveObject();
        return person;
    }
}

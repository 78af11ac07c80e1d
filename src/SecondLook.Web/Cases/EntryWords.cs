using SecondLook.Sentencing.Findings;

namespace SecondLook.Web.Cases;

/// <summary>What an entry of a case is, in words.</summary>
public static class EntryWords
{
    /// <summary>Such as <c>Motion filed</c>; nothing of what a sealed entry says.</summary>
    public static string Of(Entry entry) =>
        entry switch
        {
            Opening => "Case taken into the caseload",
            Recalculation { SupersedesId: not null } => "Recalculation from a corrected record",
            Recalculation => "Recalculation stored",
            Note => "Note of the office",
            PreferredLanguage language => $"Language noted: {Language(language.Language)}",
            ProtectiveOrder order => order.InForce ? "Protective order noted" : "Protective order no longer in force",
            Document document => $"Document: {document.Title}",
            Appearance appearance => appearance.Ends ? $"Appearance ended: {Of(appearance.Part)}"
            : appearance.Appointed ? $"Counsel appointed: {Of(appearance.Part)}"
            : $"Appearance entered: {Of(appearance.Part)}",
            Letter letter => $"Letter received on {Wording.Date(letter.ReceivedOn)}",
            Motion motion => $"Motion filed on {Wording.Date(motion.FiledOn)}",
            Deadline deadline => deadline.Due is { } due
                ? $"Time set for the {deadline.What}: {Wording.Date(due)}"
                : $"Time set for the {deadline.What}",
            Disclosure disclosure => (disclosure.ToDefense, disclosure.ToGovernment) switch
            {
                (true, true) => "Disclosed to both sides",
                (true, _) => "Disclosed to the defense",
                _ => "Disclosed to the government",
            },
            Response response => $"Response filed on {Wording.Date(response.FiledOn)}",
            Memorandum => "Memorandum of the probation office",
            SafetyEntry => "Entry of the public-safety record",
            Hearing hearing => hearing.State switch
            {
                HearingState.Held => $"Hearing held on {Wording.Date(hearing.On)}",
                HearingState.Cancelled => $"Hearing of {Wording.Date(hearing.On)} cancelled",
                _ => $"Hearing set for {Wording.Date(hearing.On)}",
            },
            Ruling => "Ruling",
            Order order => order.Granted
                ? $"Order granting a reduction, signed on {Wording.Date(order.SignedOn)}"
                : $"Order denying a reduction, signed on {Wording.Date(order.SignedOn)}",
            RestrictedPage => "Restricted page of the order",
            OrderEntered entered => $"Order entered on {Wording.Date(entered.On)}",
            NoticeOfAppeal appeal => $"Notice of appeal filed on {Wording.Date(appeal.FiledOn)}",
            _ => entry.Kind,
        };

    /// <summary>What somebody is in a case.</summary>
    public static string Of(Part part) =>
        part switch
        {
            Part.Counsel => "counsel for the person",
            Part.Government => "counsel for the government",
            Part.Probation => "probation officer",
            Part.Judge => "judge",
            _ => "named by the court for what is sealed",
        };

    /// <summary>For whom an entry is.</summary>
    public static string Of(Entry entry, Account reader) =>
        entry.Standing switch
        {
            Standing.WorkProduct when entry.OfficeId == reader.OfficeId => "your office",
            Standing.WorkProduct => "disclosed",
            Standing.Lodged => "the court",
            Standing.Filed => "the parties",
            _ => "everybody",
        };

    /// <summary>The languages that a form offers.</summary>
    public static IReadOnlyList<(string Code, string Name)> Languages { get; } =
    [
        ("en", "English"),
        ("es", "Spanish"),
        ("zh", "Chinese"),
        ("vi", "Vietnamese"),
        ("ht", "Haitian Creole"),
        ("ar", "Arabic"),
        ("fr", "French"),
        ("pt", "Portuguese"),
        ("ru", "Russian"),
        ("ko", "Korean"),
    ];

    /// <summary>A language by its name; by its code where it has none here.</summary>
    public static string Language(string code) => Languages.FirstOrDefault(l => l.Code == code) is { Name: { } name } ? name : code;
}

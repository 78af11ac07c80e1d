using System.Buffers;
using System.Text.Json;

namespace SecondLook.Web.Documents;

/// <summary>
/// The docket of a case as a table: the entries that have a number on it. What is sealed and what an office keeps for itself has none, and is
/// in no export.
/// </summary>
internal static class DocketExport
{
    private static readonly string[] Columns =
    [
        "case",
        "district",
        "number",
        "entered",
        "kind",
        "about_number",
        "takes_place_of_number",
        "says",
    ];

    public static byte[] Csv(CaseView view) => CsvText.Of(Columns, Rows(view));

    public static byte[] Json(CaseView view)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (var row in Rows(view))
            {
                json.WriteStartObject();
                foreach (var (at, column) in Columns.Index())
                {
                    json.WriteString(column, row[at]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static IEnumerable<string[]> Rows(CaseView view)
    {
        string Number(Guid? id) =>
            view.Entries.FirstOrDefault(e => e.Id == id)?.Number is { } number ? FormattableString.Invariant($"{number}") : "";
        foreach (var entry in view.Entries.Where(e => e is { Sealed: false, Number: not null }).OrderBy(e => e.Number))
        {
            yield return
            [
                view.Case.Name,
                view.Case.District,
                FormattableString.Invariant($"{entry.Number}"),
                FormattableString.Invariant($"{entry.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
                entry.Kind,
                Number(entry.SubjectId),
                Number(entry.SupersedesId),
                Says(entry),
            ];
        }
    }

    private static string Says(Entry entry) =>
        entry switch
        {
            Motion motion =>
                $"{Words.Amendments(motion.Amendments)}, upon motion of {Words.Of(motion.Movant)}, filed {motion.FiledOn:yyyy-MM-dd}",
            Response response => $"{Words.Of(response.Position)}, filed {response.FiledOn:yyyy-MM-dd}",
            Deadline deadline =>
                $"{deadline.What}, {Words.Of(deadline.Actor)}, {(deadline.Due is { } due ? $"{due:yyyy-MM-dd}" : "not covered")}",
            Letter letter => $"received {letter.ReceivedOn:yyyy-MM-dd}",
            Hearing hearing => $"{Words.Of(hearing.State)}, {hearing.On:yyyy-MM-dd}",
            Order order =>
                $"{Words.NewTerm(order)}, signed {order.SignedOn:yyyy-MM-dd}{(order.EffectiveOn is { } day ? $", effective {day:yyyy-MM-dd}" : "")}",
            OrderEntered entered => $"{entered.On:yyyy-MM-dd}",
            NoticeOfAppeal notice => $"{Words.Of(notice.Appellant)}, filed {notice.FiledOn:yyyy-MM-dd}",
            Appearance appearance => $"{appearance.Part}{(appearance.Ends ? " ends" : "")}",
            SafetyEntry safety => Words.Of(safety.Matter),
            Document document => document.Title,
            _ => "",
        };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SecondLook.Docket.Storage;

/// <summary>
/// New rows of one type, as the model writes them, for imports: adding a hundred thousand cases through the change tracker takes some minutes.
/// </summary>
internal sealed class ManyRows
{
    private readonly IEntityType type;
    private readonly Func<object, object?>[] values;

    private ManyRows(IEntityType type, IReadOnlyList<object> entities)
    {
        this.type = type;
        IProperty[] properties =
        [
            .. type.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.OnAdd || p.ClrType == typeof(Guid)),
        ];
        values = [.. properties.Select(Value)];
        Entities = entities;
        Table = type.GetTableName()!;
        Columns = [.. properties.Select(p => p.GetColumnName())];
        Types = [.. properties.Select(p => p.GetColumnType())];
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The types of the columns in the database.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The new ones.</summary>
    public IReadOnlyList<object> Entities { get; }

    /// <summary>What a column holds for one of them; null for nothing.</summary>
    public object? this[object entity, int column] => values[column](entity);

    /// <summary>By type, those first that others refer to.</summary>
    public static IEnumerable<ManyRows> Of(DocketContext db, IEnumerable<object> entities) =>
        entities
            .GroupBy(e => e.GetType())
            .Select(g => new ManyRows(db.Model.FindEntityType(g.Key)!, [.. g]))
            .OrderBy(rows =>
                rows.Table switch
                {
                    "persons" => 0,
                    "cases" => 1,
                    _ => 2,
                }
            );

    private Func<object, object?> Value(IProperty property)
    {
        if (property == type.FindDiscriminatorProperty())
        {
            var name = type.GetDiscriminatorValue();
            return _ => name;
        }

        var getter = property.GetGetter();
        return property.GetTypeMapping().Converter is { } converter
            ? entity => getter.GetClrValue(entity) is { } value ? converter.ConvertToProvider(value) : null
            : getter.GetClrValue;
    }
}

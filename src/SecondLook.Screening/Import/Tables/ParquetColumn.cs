using System.Globalization;
using Parquet;
using Parquet.Schema;
using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Screening.Import.Tables;

/// <summary>The values of one column in one row group.</summary>
internal abstract class ParquetColumn
{
    public abstract FieldValue Value(int row, TextBytes texts);

    public static async Task<ParquetColumn> ReadAsync(ParquetRowGroupReader group, DataField field, int count)
    {
        var type = field.ClrType;
        if (type == typeof(string) || type == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[count];
            await group.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
            return new Texts(texts);
        }

        return type == typeof(int) ? await ReadNumbersAsync<int>(group, field, count, value => value).ConfigureAwait(false)
            : type == typeof(long) ? await ReadNumbersAsync<long>(group, field, count, value => value).ConfigureAwait(false)
            : type == typeof(short) ? await ReadNumbersAsync<short>(group, field, count, value => value).ConfigureAwait(false)
            : type == typeof(sbyte) ? await ReadNumbersAsync<sbyte>(group, field, count, value => value).ConfigureAwait(false)
            : type == typeof(byte) ? await ReadNumbersAsync<byte>(group, field, count, value => value).ConfigureAwait(false)
            : type == typeof(ushort) ? await ReadNumbersAsync<ushort>(group, field, count, value => value).ConfigureAwait(false)
            : type == typeof(uint) ? await ReadNumbersAsync<uint>(group, field, count, value => value).ConfigureAwait(false)
            : type == typeof(ulong) ? await ReadNumbersAsync<ulong>(group, field, count, value => value).ConfigureAwait(false)
            : type == typeof(double) ? await ReadNumbersAsync<double>(group, field, count, Number).ConfigureAwait(false)
            : type == typeof(float) ? await ReadNumbersAsync<float>(group, field, count, value => Number(value)).ConfigureAwait(false)
            : type == typeof(decimal) ? await ReadNumbersAsync<decimal>(group, field, count, value => value).ConfigureAwait(false)
            : type == typeof(bool) ? await ReadNumbersAsync<bool>(group, field, count, value => value ? 1 : 0).ConfigureAwait(false)
            : type == typeof(DateTime) ? await ReadDaysAsync<DateTime>(group, field, count, DateOnly.FromDateTime).ConfigureAwait(false)
            : type == typeof(DateOnly) ? await ReadDaysAsync<DateOnly>(group, field, count, day => day).ConfigureAwait(false)
            : throw new ImportException(
                $"The column {field.Name} holds values of the type {type.Name}, which is not read here. Write it as text, a number or a date."
            );
    }

    private static async Task<ParquetColumn> ReadNumbersAsync<T>(
        ParquetRowGroupReader group,
        DataField field,
        int count,
        Func<T, decimal?> number
    )
        where T : struct
    {
        if (!field.IsNullable)
        {
            var whole = new T[count];
            await group.ReadAsync(field, whole.AsMemory()).ConfigureAwait(false);
            return new Numbers<T>(whole, number);
        }

        var values = new T?[count];
        await group.ReadAsync(field, values.AsMemory()).ConfigureAwait(false);
        return new NumbersWithGaps<T>(values, number);
    }

    private static async Task<ParquetColumn> ReadDaysAsync<T>(
        ParquetRowGroupReader group,
        DataField field,
        int count,
        Func<T, DateOnly> day
    )
        where T : struct
    {
        var texts = new string?[count];
        if (field.IsNullable)
        {
            var values = new T?[count];
            await group.ReadAsync(field, values.AsMemory()).ConfigureAwait(false);
            for (var i = 0; i < count; i++)
            {
                texts[i] = values[i] is { } value ? Text(day(value)) : null;
            }
        }
        else
        {
            var values = new T[count];
            await group.ReadAsync(field, values.AsMemory()).ConfigureAwait(false);
            for (var i = 0; i < count; i++)
            {
                texts[i] = Text(day(values[i]));
            }
        }

        return new Texts(texts);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Not-a-number is how many programs write a missing number.</summary>
    private static decimal? Number(double value) => double.IsNaN(value) || Math.Abs(value) > 1e27 ? null : (decimal)value;

    private sealed class Texts(string?[] values) : ParquetColumn
    {
        public override FieldValue Value(int row, TextBytes texts) =>
            values[row] is { } text ? FieldValue.Of(texts[text]) : FieldValue.Nothing;
    }

    private sealed class Numbers<T>(T[] values, Func<T, decimal?> number) : ParquetColumn
        where T : struct
    {
        public override FieldValue Value(int row, TextBytes texts) =>
            number(values[row]) is { } value ? FieldValue.Of(value) : FieldValue.Nothing;
    }

    private sealed class NumbersWithGaps<T>(T?[] values, Func<T, decimal?> number) : ParquetColumn
        where T : struct
    {
        public override FieldValue Value(int row, TextBytes texts) =>
            values[row] is { } known && number(known) is { } value ? FieldValue.Of(value) : FieldValue.Nothing;
    }
}

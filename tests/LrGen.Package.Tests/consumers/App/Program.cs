using System.Globalization;
using App;
using Library;
using LrGen;

// Every line is compared with the expected text. Six digits, since the powers of run-time values are the platform's.
Print("library method, int to double", Enumerable.Range(0, 4).Select(i => Methods.Steps(10 * i)));
Print("library method, uint to float", Enumerable.Range(0, 6).Select(i => (double)Methods.Phases((uint)(i * 5))));
Print("library method, run-time values", Enumerable.Range(0, 5).Select(i => Methods.Settings(i * 5, 5, 15.0)));
Print("library method, no warm-up", Enumerable.Range(0, 5).Select(i => Methods.Settings(i * 5, 0, 15.0)));
Print("library class, instance method", Enumerable.Range(0, 6).Select(i => new Training { Epoch = i }.Rate));
Print("method", Enumerable.Range(-1, 11).Select(i => Rates.Linear(i)));
Print("method, sbyte to Half", Enumerable.Range(0, 4).Select(i => (double)Rates.Narrow((sbyte)(4 * i))));
Print("method, run-time values", Enumerable.Range(0, 5).Select(i => Rates.Settings(i, 1, 3)));

Check("library struct", default(WarmupCosine));
Check("library struct, nested", default(Training.Nested));
Check("library struct, run-time values", new Linear(0.5, 1_000));
Check("struct, cosine", default(Cosine));
Check("struct, exponential", default(Exponential));
Check("struct, primary constructor", new Square(0.1, 500));
Check("record struct", new Levels(0.25, 100));

Trainings.Print();
Searches.Print();

Refuse("NaN as a rate", () => Rates.Settings(1, double.NaN, 3));
Refuse("a negative length", () => Methods.Settings(1, -5, 15.0));
Refuse("a fill past the last step", () => Filled(default(Cosine), 2, long.MaxValue));

static void Print(string name, IEnumerable<double> rates) =>
    Console.WriteLine($"{name}: {string.Join(' ', rates.Select(r => r.ToString("G6", CultureInfo.InvariantCulture)))}");

// At, Fill and the cursor are three ways to one number. The struct of the netstandard2.0 library has no Fill of its own.
static void Check<T>(string name, T schedule)
    where T : struct, ISchedule
{
    Print(name, [schedule.Length, schedule.First, schedule.Peak, schedule.Last, schedule.At(150), schedule.At(long.MaxValue)]);
    var cursor = new Cursor<T>(schedule);
    double[] filled = Filled(schedule, 70_000, -5);
    for (int i = 0; i < filled.Length; i++)
    {
        if (filled[i] != schedule.At(i - 5))
            throw new InvalidOperationException($"{name}: Fill gives {filled[i]:R} for step {i - 5}, At {schedule.At(i - 5):R}.");
        if (i < 5)
            continue;
        if (filled[i] != cursor.Rate)
            throw new InvalidOperationException($"{name}: the cursor gives {cursor.Rate:R} for step {cursor.Step}, Fill {filled[i]:R}.");
        cursor.Advance();
    }
}

static double[] Filled<T>(T schedule, int count, long start)
    where T : struct, ISchedule
{
    double[] rates = new double[count];
    schedule.Fill(rates, start);
    return rates;
}

static void Refuse(string name, Func<object> call)
{
    try
    {
        call();
        Console.WriteLine($"{name}: accepted");
    }
    catch (ArgumentOutOfRangeException refusal)
    {
        Console.WriteLine($"{name}: {refusal.Message.Replace(Environment.NewLine, " ", StringComparison.Ordinal)}");
    }
}

using System.Globalization;
using System.Reflection;
using LrGen;
using Rosetta;

// Every scheduler that the samples spell: its system, its name, the series that it is checked against and its first ten rates (of group 0).
var methods = typeof(GoldenAttribute).Assembly.GetExportedTypes()
    .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
    .Where(method => method.IsDefined(typeof(ScheduleAttribute)));
foreach (var method in methods)
{
    Func<long, double> rate = method.GetParameters().Length == 1
        ? method.CreateDelegate<Func<long, double>>()
        : step => method.CreateDelegate<Func<long, int, double>>()(step, 0);
    string ids = string.Join(' ', method.GetCustomAttributes<GoldenAttribute>().Select(golden => golden.Id));
    string rates = string.Join(' ', Enumerable.Range(0, 10).Select(t => rate(t).ToString("G3", CultureInfo.InvariantCulture)));
    Console.WriteLine($"{method.DeclaringType!.Name,-12}{method.Name,-40}{ids,-26}{rates}");
}

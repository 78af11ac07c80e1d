using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests.Stories;

/// <summary>Somebody who works with keys alone. Wherever the focus goes, it can be seen.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int Most = 250;

    /// <summary>The outline of what has the focus; the design system hides check boxes and radio buttons and outlines what it paints beside them.</summary>
    private const string Outline = """
        () => {
          const at = document.activeElement;
          const painted = at.matches('.usa-radio__input, .usa-checkbox__input') ? getComputedStyle(at.nextElementSibling, '::before') : getComputedStyle(at);
          return `${painted.outlineStyle} ${painted.outlineWidth}`;
        }
        """;

    /// <summary>Goes on with Tab until a control has the focus.</summary>
    public async Task To(ILocator control)
    {
        await control.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        for (var tabs = 0; tabs < Most; tabs++)
        {
            if (await control.EvaluateAsync<bool>("control => control === document.activeElement"))
            {
                var outline = await page.EvaluateAsync<string>(Outline);
                Assert.False(
                    outline.StartsWith("none", StringComparison.Ordinal) || outline.EndsWith(" 0px", StringComparison.Ordinal),
                    $"{control} has the focus, and it cannot be seen."
                );
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{control} does not get the focus within {Most} steps on {page.Url}.");
    }

    /// <summary>Goes to the field of a label and writes into it, in the place of what stood there.</summary>
    public async Task Write(string label, string text)
    {
        await To(page.GetByLabel(label, new() { Exact = true }));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a list and chooses by the arrow key.</summary>
    public async Task Choose(string label, string option)
    {
        var list = page.GetByLabel(label, new() { Exact = true });
        await To(list);
        for (var steps = 0; await list.Locator("option:checked").InnerTextAsync() != option; steps++)
        {
            Assert.True(steps < Most, $"{label} has no {option}.");
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    /// <summary>Goes to a group of radio buttons, which Tab enters once, and marks one with the space bar and the arrow key.</summary>
    public async Task Mark(string label)
    {
        var button = page.GetByLabel(label);
        await To(page.Locator($"input[name={await button.GetAttributeAsync("name")}]").First);
        await page.Keyboard.PressAsync("Space");
        for (var steps = 0; !await button.IsCheckedAsync(); steps++)
        {
            Assert.True(steps < Most, $"{label} is not reached.");
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    /// <summary>Goes to a link or button and presses Enter.</summary>
    public Task Enter(AriaRole role, string name) => Enter(page.GetByRole(role, new() { Name = name, Exact = true }).First);

    /// <summary>Goes to a link or button and presses Enter; another page follows.</summary>
    public async Task Enter(ILocator control)
    {
        await To(control);
        var shown = new TaskCompletionSource();
        page.DOMContentLoaded += (_, _) => shown.TrySetResult();
        await page.Keyboard.PressAsync("Enter");
        await shown.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }
}

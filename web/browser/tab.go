package browser

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a Tab waits for one thing to happen.
const patience = 15 * time.Second

// A Tab is one page, seen in one View. It is for one goroutine.
type Tab struct {
	ctx   context.Context
	close context.CancelFunc
	mu    sync.Mutex
	bad   []string
	under map[network.RequestID]bool // requests under way
}

// Tab opens an empty tab.
func (b *Browser) Tab(v View) (*Tab, error) {
	ctx, closeTab := chromedp.NewContext(b.ctx)
	t := &Tab{ctx: ctx, close: closeTab, under: map[network.RequestID]bool{}}
	if err := t.look(v); err != nil {
		closeTab()
		return nil, fmt.Errorf("open a tab: %w", err)
	}
	return t, nil
}

func (t *Tab) look(v View) error {
	scheme, scale := "light", 1.0
	if v.Dark {
		scheme = "dark"
	}
	if v.Phone {
		scale = 2
	}
	if err := chromedp.Listen(t.ctx, t.listen); err != nil {
		return err
	}
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}
	return t.Do(
		command(log.Enable, cdp.Empty{}), command(network.Enable, network.EnableParams{}),
		command(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: v.Width, Height: v.Height, DeviceScaleFactor: scale, Mobile: v.Phone}),
		command(emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: v.Phone}),
		command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: v.NoScript}),
		command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}),
	)
}

// listen gathers what a page must not cause: exceptions, errors of scripts, refusals by the content security policy, dialogs.
func (t *Tab) listen(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch event := event.(type) {
	case *runtime.EventExceptionThrown:
		t.bad = append(t.bad, (&chromedp.ExceptionError{ExceptionDetails: event.ExceptionDetails}).Error())
	case *runtime.EventConsoleAPICalled:
		if event.Type == runtime.ConsoleAPICalledTypeError && len(event.Args) > 0 {
			t.bad = append(t.bad, fmt.Sprintf("console.error: %s %s", event.Args[0].Value, event.Args[0].Description))
		}
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError {
			t.bad = append(t.bad, strings.TrimSpace(fmt.Sprintf("%s: %s %s", event.Entry.Source, event.Entry.Text, event.Entry.URL)))
		}
	case *network.EventRequestWillBeSent:
		t.under[event.RequestID] = true
	case *network.EventResponseReceived:
		if event.Response.Status >= 400 {
			delete(t.under, event.RequestID) // a script need not read what a refusal says
		}
	case *network.EventLoadingFinished:
		delete(t.under, event.RequestID)
	case *network.EventLoadingFailed:
		delete(t.under, event.RequestID)
	case *page.EventFrameNavigated:
		if event.Frame.ParentID == "" {
			clear(t.under) // what the page before asked for
		}
	case *page.EventJavascriptDialogOpening:
		t.bad = append(t.bad, fmt.Sprintf("dialog %s: %q", event.Type, event.Message))
	}
}

// Errors lists what went wrong in the page so far, and forgets it.
func (t *Tab) Errors() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	bad := t.bad
	t.bad = nil
	return bad
}

// Do runs steps in the tab.
func (t *Tab) Do(steps ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	if chromedp.FromContext(t.ctx).Target == nil {
		ctx = t.ctx // the tab lives as long as the context of its first step
	}
	return chromedp.Do(ctx, steps...)
}

// Open loads a page.
func (t *Tab) Open(address string) error {
	if err := t.Do(chromedp.Navigate(address)); err != nil {
		return fmt.Errorf("open %s: %w", address, err)
	}
	return nil
}

// Wait waits until the JavaScript expression is true.
func (t *Tab) Wait(expression string) error {
	for end := time.Now().Add(patience); ; {
		ok, err := Eval[bool](t, "Promise.resolve("+expression+").then(Boolean)")
		if ok {
			return nil
		}
		if time.Now().After(end) {
			return fmt.Errorf("wait for %s: not within %s: %w", expression, patience, err)
		}
		time.Sleep(20 * time.Millisecond) // an error may come of a page that is about to be left
	}
}

// Close closes the tab.
func (t *Tab) Close() { t.close() }

// Eval runs a JavaScript expression in the page and waits for its promise.
func Eval[T any](t *Tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// settling is how long Settle waits for requests: a page may leave one open.
const settling = 5 * time.Second

// Settle waits until the page has loaded, its requests are answered and what came of them is drawn.
func (t *Tab) Settle() error {
	for end, quiet := time.Now().Add(settling), 0; quiet < 2; {
		if err := t.Wait(`document.readyState === "complete" && new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`); err != nil {
			return err
		}
		t.mu.Lock()
		waiting := len(t.under)
		t.mu.Unlock()
		switch {
		case waiting == 0:
			quiet++
		case time.Now().After(end):
			return nil
		default:
			quiet = 0
			time.Sleep(10 * time.Millisecond)
		}
	}
	return nil
}

package browser

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/chromedp/chromedp"
)

// A Browser is one running Chromium.
type Browser struct {
	ctx  context.Context
	stop context.CancelFunc
}

// Start starts Chromium without a window. Its profile is new and goes away with it.
func Start(ctx context.Context, chromium string) (*Browser, error) {
	if chromium == "" {
		return nil, errors.New("start Chromium: no path of it given")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium),
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("enable-unsafe-swiftshader", true), // WebGL without a graphics card
		chromedp.Flag("hide-scrollbars", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium's sandbox does not start for root
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(ctx, options...)
	browser, stopBrowser := chromedp.NewContext(allocator)
	stop := func() { stopBrowser(); stopAllocator() }
	if err := chromedp.Do(browser); err != nil {
		stop()
		return nil, fmt.Errorf("start Chromium %s: %w", chromium, err)
	}
	return &Browser{browser, stop}, nil
}

// Close ends Chromium.
func (b *Browser) Close() { b.stop() }

// A View is how a visitor looks at a page.
type View struct {
	Name          string
	Width, Height int64 // CSS pixels
	Dark          bool
	Phone         bool // touch, and two device pixels a CSS pixel
	NoScript      bool
}

// Views are the three that every page has to please.
func Views() []View {
	return []View{
		{Name: "light", Width: 1200, Height: 900},
		{Name: "dark", Width: 1200, Height: 900, Dark: true},
		{Name: "phone", Width: 360, Height: 740, Phone: true},
	}
}

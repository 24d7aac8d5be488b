package browser

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// tallest bounds the height of a picture, in CSS pixels.
const tallest = 6000

// Picture takes a PNG of the page: of all of it, or of what fits into the window.
func (t *Tab) Picture(whole bool) ([]byte, error) {
	p := page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng}
	if whole {
		size, err := Eval[[]float64](t, fmt.Sprintf("[document.documentElement.clientWidth, Math.min(document.documentElement.scrollHeight, %d)]", tallest))
		if err != nil {
			return nil, fmt.Errorf("measure the page: %w", err)
		}
		all := true
		p.CaptureBeyondViewport = &all
		p.Clip = &page.Viewport{Width: size[0], Height: size[1], Scale: 1}
	}
	ctx, cancel := context.WithTimeout(t.ctx, 2*time.Minute)
	defer cancel()
	shot, err := chromedp.Call(ctx, page.CaptureScreenshot, p)
	if err != nil {
		return nil, fmt.Errorf("take a picture: %w", err)
	}
	return shot.Data, nil
}

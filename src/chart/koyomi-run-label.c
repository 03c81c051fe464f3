#include "koyomi-run-label-private.h"

#include "koyomi-chart-style.h"

/* As wide as half a letter: keeps a glyph off the edge of its bar. */
#define WIDE_BLANK "\u2002"

#define M (&koyomi_chart_measures)

/* The form of a diamond does not tell these. */
static gboolean
needs_glyph (KoyomiState state)
{
  return state != KOYOMI_STATE_PLANNED && state != KOYOMI_STATE_DONE;
}

static void
set_label (KoyomiCalendarBox *box,
           gboolean           inside,
           double             x,
           double             width)
{
  box->inside = inside;
  box->label = (KoyomiRect) { x, box->rect.y, width, box->rect.height };
}

/* @unit: what a point of the measures is
 * @gap: between the diamond and its label
 * @title: "" where its glyph must do
 * @room: behind the gap */
void
_koyomi_run_label_diamond (KoyomiCalendarBox *box,
                           KoyomiChartText   *text,
                           double             unit,
                       double             gap,
                           const char        *title,
                           double             room)
{
  const char *glyph = needs_glyph (box->bar->state) ? koyomi_state_get_glyph (box->bar->state) : "";
  double x = box->rect.x + box->rect.width + gap;
  double smallest = M->label_smallest * unit;
  double width;

  if (room <= 0 || (*glyph == '\0' && *title == '\0'))
    return;

  box->text = (KoyomiLabel) { glyph, *glyph != '\0' && *title != '\0' ? " " : "", title };
  width = koyomi_chart_text_measure (text, box->text, box->text_size);

  if (width > room && room < smallest)
    {
      box->text = (KoyomiLabel) { glyph, "", "" };
      width = koyomi_chart_text_measure (text, box->text, box->text_size);
    }

  if (width > 0 && room >= MIN (width, smallest))
    set_label (box, FALSE, x, MIN (width, room));
}

/* On the bar, and on beyond its end where there is room. */
static void
label_on_bar (KoyomiCalendarBox *box,
              KoyomiChartText   *text,
              double             padding,
              double             x,
              double             room)
{
  double end = box->rect.x + box->rect.width;
  double width = koyomi_chart_text_measure (text, box->text, box->text_size);

  /* Where only the glyph finds place, the title begins behind the bar and not across its end. */
  if (x + width > end)
    {
      KoyomiLabel head = { box->text.glyph, WIDE_BLANK, "" };
      double head_width = koyomi_chart_text_measure (text, head, box->text_size);

      if (end - x - head_width < box->text_size)
        {
          box->beside = TRUE;
          x = MAX (x, end + padding / 2 - head_width);
          box->text.blank = WIDE_BLANK;
        }
    }

  set_label (box, TRUE, x, MAX (end - padding - x, end + room - x));
  box->spills = x + MIN (width, box->label.width) > end;
}

/* A text begins on its bar and may run on beyond it, up to the next bar. A bar too narrow to begin on has it to its right.
 *
 * @gap: between the end of the bar and a label behind it
 * @left: where the picture begins; a bar that begins before has its label from there on
 * @room: behind the bar */
void
_koyomi_run_label_bar (KoyomiCalendarBox *box,
                       KoyomiChartText   *text,
                       double             unit,
                       double             gap,
                       double             left,
                       double             room)
{
  const char *glyph = koyomi_state_get_glyph (box->bar->state);
  double glyph_width = koyomi_chart_text_get_width (text, glyph, box->text_size, 0);
  double padding = M->bar_padding * unit;
  double smallest = M->label_smallest * unit;
  double start = MAX (box->rect.x, left);
  double end = box->rect.x + box->rect.width;

  box->text = (KoyomiLabel) { glyph, " ", box->bar->title };

  if (end - start >= glyph_width + 2 * padding && end - start - 2 * padding + MAX (room + padding, 0) >= smallest)
    {
      label_on_bar (box, text, padding, start + padding, room);
      return;
    }

  if (room - gap > glyph_width)
    {
      double width = koyomi_chart_text_measure (text, box->text, box->text_size);

      room -= gap;
      if (room >= MIN (smallest, width))
        {
          set_label (box, FALSE, end + gap, MIN (width, room));
          return;
        }
    }

  if (glyph_width <= end - start)
    {
      box->text = (KoyomiLabel) { glyph, "", "" };
      set_label (box, TRUE, start + (end - start - glyph_width) / 2, glyph_width);
    }
}

#include "koyomi-run-label-private.h"

#include "koyomi-chart-style.h"

/* As wide as half a letter: keeps a glyph off the edge of its bar. */
#define WIDE_BLANK "\u2002"

/* How much of its padding a bar keeps for a label that would else not fit. */
#define TIGHT (1.0 / 3)

/* How many letters there has to be room for, the ellipsis being one, so that a title is begun. */
#define LETTERS 2.5

/* How many times as much of a title has to be read behind its bar as on it. */
#define MUCH 2

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

/* The glyph stands at the end of the bar, the title begins behind it. */
static void
label_beside (KoyomiCalendarBox *box,
              KoyomiChartText   *text,
              double             padding,
              double             room)
{
  KoyomiLabel head = { box->text.glyph, WIDE_BLANK, "" };
  double end = box->rect.x + box->rect.width;
  double x = end + padding - koyomi_chart_text_measure (text, head, box->text_size);

  box->text.blank = WIDE_BLANK;
  box->beside = TRUE;
  box->spills = TRUE;
  set_label (box, TRUE, x, end + room - x);
}

/* A title that does not fit stands behind its bar if it fits there, or if much more of it can be read there. Across the end of the bar
 * it stands only on paper, where nothing else tells what was cut off.
 *
 * Returns: whether there is room for any of it */
static gboolean
label_on_bar (KoyomiCalendarBox *box,
              KoyomiChartText   *text,
              double             padding,
              double             start,
              double             room,
              gboolean           crosses)
{
  KoyomiLabel head = { box->text.glyph, box->text.blank, "" };
  double end = box->rect.x + box->rect.width;
  double width = koyomi_chart_text_measure (text, box->text, box->text_size);
  double head_width = koyomi_chart_text_measure (text, head, box->text_size);
  double tight = TIGHT * padding;
  double within = end - tight - start - padding - head_width;
  double behind = room - padding;
  double least = box->text_size * (crosses ? 1 : LETTERS);
  gboolean begins = within >= least;

  if (width <= end - start - 2 * tight)
    {
      set_label (box, TRUE, start + CLAMP ((end - start - width) / 2, tight, padding), width);
      return TRUE;
    }

  if (width - head_width <= behind || behind > (begins ? MUCH * within : least))
    {
      label_beside (box, text, padding, room);
    }
  else
    {
      box->spills = crosses && begins && room > 0;
      set_label (box, TRUE, start + padding, (box->spills ? end + room : end - tight) - start - padding);
    }

  return begins || box->beside;
}

/* A text stands on its bar or begins behind it. A bar too narrow for the glyph has both to its right.
 *
 * @gap: between the end of the bar and a label behind it
 * @left: where the picture begins; a bar that begins before has its label from there on
 * @room: behind the bar
 * @crosses: whether a text that fits nowhere begins on the bar and runs on beyond its end */
void
_koyomi_run_label_bar (KoyomiCalendarBox *box,
                       KoyomiChartText   *text,
                       double             unit,
                       double             gap,
                       double             left,
                       double             room,
                       gboolean           crosses)
{
  const char *glyph = koyomi_state_get_glyph (box->bar->state);
  double glyph_width = koyomi_chart_text_get_width (text, glyph, box->text_size, 0);
  double padding = M->bar_padding * unit;
  double smallest = M->label_smallest * unit;
  double start = MAX (box->rect.x, left);
  double end = box->rect.x + box->rect.width;

  box->text = (KoyomiLabel) { glyph, " ", box->bar->title };

  if (end - start >= glyph_width + 2 * padding && end - start - 2 * padding + MAX (room + padding, 0) >= smallest &&
      label_on_bar (box, text, padding, start, room, crosses))
    return;

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

  set_label (box, FALSE, 0, 0);
  if (glyph_width <= end - start)
    {
      box->text = (KoyomiLabel) { glyph, "", "" };
      set_label (box, TRUE, start + (end - start - glyph_width) / 2, glyph_width);
    }
}

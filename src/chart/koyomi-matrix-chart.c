#include "koyomi-matrix-chart.h"

#include "koyomi-brush-private.h"
#include "koyomi-level-boxes.h"

#include <math.h>

#define M (&koyomi_matrix_measures)

/* As many letters as a set can hold. */
#define MOST_CHIPS 64

/* Below this a chip gets no narrower, and what has no room is left out. */
#define LEAST_CHIP 9

KoyomiMatrixChart *
koyomi_matrix_chart_new (KoyomiLanguage language)
{
  KoyomiMatrixChart *self = g_new0 (KoyomiMatrixChart, 1);

  self->text = koyomi_chart_text_new (language);
  self->language = language;
  self->scale = 1;

  return self;
}

void
koyomi_matrix_chart_free (KoyomiMatrixChart *self)
{
  koyomi_chart_text_free (self->text);
  g_free (self);
}

static KoyomiBrush
get_brush (const KoyomiMatrixChart *self,
           cairo_t                 *cr)
{
  return (KoyomiBrush) { self->text, self->palette, cr, self->scale, FALSE };
}

/* In whole units, so that lines stay sharp. */
double
koyomi_matrix_chart_get_size (const KoyomiMatrixChart *self,
                              double                   measure)
{
  return round (measure * self->scale);
}

/**
 * koyomi_matrix_chart_place_letters:
 * @chips: (out caller-allocates): where each letter stands, side by side in the middle of @rect
 * @indices: (out caller-allocates): which letters of the alphabet they are
 *
 * Returns: how many there are room for
 */
guint
koyomi_matrix_chart_place_letters (const KoyomiMatrixChart *self,
                                   KoyomiLetters            letters,
                                   KoyomiRect               rect,
                                   KoyomiRect              *chips,
                                   guint                   *indices,
                                   guint                    n_chips)
{
  double gap = M->chip_gap * self->scale;
  double room = rect.width - 2 * gap;
  double height = MIN (M->chip_height * self->scale, rect.height);
  guint most = MIN (n_chips, (guint) MAX ((room + gap) / (LEAST_CHIP * self->scale + gap), 1));
  guint n = 0;
  double width, x;

  for (guint i = 0; i < MOST_CHIPS && n < most; i++)
    if (letters & G_GUINT64_CONSTANT (1) << i)
      indices[n++] = i;
  if (n == 0)
    return 0;

  width = MIN (M->chip_width * self->scale, (room - (n - 1) * gap) / n);
  x = rect.x + (rect.width - n * width - (n - 1) * gap) / 2;
  for (guint i = 0; i < n; i++)
    chips[i] = (KoyomiRect) { x + i * (width + gap), rect.y + (rect.height - height) / 2, width, height };

  return n;
}

static KoyomiColour
get_ground (const KoyomiMatrixChart *self,
            KoyomiMatrixGround       ground)
{
  switch (ground)
    {
    case KOYOMI_MATRIX_GROUND_BREACH:
      return koyomi_matrix_style_get_breach (self->palette)->ground;
    case KOYOMI_MATRIX_GROUND_GROUP:
      return koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_GROUP);
    case KOYOMI_MATRIX_GROUND_SELECTED:
      return koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_HIGHLIGHT);
    case KOYOMI_MATRIX_GROUND_HEAD:
      return koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_HEAD);
    case KOYOMI_MATRIX_GROUND_PLAIN:
    default:
      return koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_PAPER);
    }
}

/* With the line that parts it from what is below. */
void
koyomi_matrix_chart_paint_ground (const KoyomiMatrixChart *self,
                                  KoyomiMatrixGround       ground,
                                  KoyomiRect               rect,
                                  cairo_t                 *cr)
{
  KoyomiBrush brush = get_brush (self, cr);

  _koyomi_brush_set_rgb (&brush, get_ground (self, ground));
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_fill (cr);
  _koyomi_brush_fill_rect (&brush, rect.x, rect.y + rect.height - M->hair, rect.width, M->hair, KOYOMI_CHART_COLOUR_LINE);
}

static void
show_text (KoyomiBrush          *brush,
           const char           *text,
           double                size,
           KoyomiRect            rect,
           KoyomiChartTextFlags  flags,
           KoyomiColour          colour)
{
  PangoLayout *layout = _koyomi_brush_place_text (brush, text, size, rect, flags);

  _koyomi_brush_set_rgb (brush, colour);
  pango_cairo_show_layout (brush->cr, layout);
}

/* The letter has room to its sides: a narrow chip would cut it off. */
static void
paint_chip (const KoyomiMatrixChart *self,
            KoyomiBrush             *brush,
            const char              *letter,
            guint                    index,
            gboolean                 hollow,
            KoyomiRect               rect)
{
  const KoyomiLetterStyle *style = koyomi_matrix_style_get_letter (self->palette, index);
  double radius = M->chip_radius * self->scale;
  double line = M->chip_line * self->scale;
  KoyomiRect wide = { rect.x - rect.width, rect.y, 3 * rect.width, rect.height };

  if (!hollow)
    {
      _koyomi_brush_trace_rounded (brush, rect, radius, radius);
      _koyomi_brush_set_rgb (brush, style->fill);
      cairo_fill (brush->cr);
    }
  if (hollow || koyomi_matrix_style_has_edges (self->palette))
    {
      _koyomi_brush_trace_rounded (brush, _koyomi_rect_inset (rect, line / 2), radius, radius);
      _koyomi_brush_set_rgb (brush, style->edge);
      cairo_set_line_width (brush->cr, line);
      cairo_stroke (brush->cr);
    }

  show_text (brush, letter, M->text * self->scale * 0.92, wide, KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED,
             hollow ? style->edge : style->text);
}

static void
paint_dot (const KoyomiMatrixChart *self,
           KoyomiBrush             *brush,
           KoyomiRect               rect)
{
  double size = M->dot * self->scale;

  _koyomi_brush_fill_rect (brush, round (rect.x + (rect.width - size) / 2), round (rect.y + (rect.height - size) / 2), size, size,
                           KOYOMI_CHART_COLOUR_MONTH_LINE);
}

/* Letters as chips; where there are none, those of the counterparts, hollow; else a faint dot. */
void
koyomi_matrix_chart_paint_cell (const KoyomiMatrixChart *self,
                                const KoyomiAlphabet    *alphabet,
                                KoyomiLetters            letters,
                                KoyomiLetters            mapped,
                                KoyomiRect               rect,
                                cairo_t                 *cr)
{
  KoyomiBrush brush = get_brush (self, cr);
  KoyomiRect chips[MOST_CHIPS];
  guint indices[MOST_CHIPS];
  guint n = koyomi_matrix_chart_place_letters (self, letters != 0 ? letters : mapped, rect, chips, indices, G_N_ELEMENTS (chips));

  if (n == 0)
    paint_dot (self, &brush, rect);
  for (guint i = 0; i < n; i++)
    paint_chip (self, &brush, koyomi_alphabet_get_letter (alphabet, indices[i]), indices[i], letters == 0, chips[i]);
}

/* The letter and, where there is room, its sign. */
static void
show_changed (const KoyomiMatrixChart *self,
              KoyomiBrush             *brush,
              const char              *letter,
              gboolean                 is_added,
              KoyomiRect               rect,
              KoyomiColour             colour)
{
  KoyomiRect wide = { rect.x - rect.width, rect.y, 3 * rect.width, rect.height };
  g_autofree char *signed_letter = g_strconcat (is_added ? "+" : "−", letter, NULL);

  show_text (brush, rect.width >= M->sign_width * self->scale ? signed_letter : letter, M->text * self->scale * 0.92, wide,
             KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED, colour);
}

/* A letter that came has a thick edge. */
static void
paint_added (const KoyomiMatrixChart *self,
             KoyomiBrush             *brush,
             const char              *letter,
             guint                    index,
             KoyomiRect               rect)
{
  const KoyomiLetterStyle *style = koyomi_matrix_style_get_letter (self->palette, index);
  double line = M->change_line * self->scale;
  double radius = M->chip_radius * self->scale;

  _koyomi_brush_trace_rounded (brush, rect, radius, radius);
  _koyomi_brush_set_rgb (brush, style->fill);
  cairo_fill (brush->cr);
  _koyomi_brush_trace_rounded (brush, _koyomi_rect_inset (rect, line / 2), radius, radius);
  _koyomi_brush_set_rgb (brush, koyomi_matrix_style_get_change (self->palette)->added);
  cairo_set_line_width (brush->cr, line);
  cairo_stroke (brush->cr);
  show_changed (self, brush, letter, TRUE, rect, style->text);
}

/* One that went is hollow, with a broken edge, and struck out. */
static void
paint_removed (const KoyomiMatrixChart *self,
               KoyomiBrush             *brush,
               const char              *letter,
               KoyomiRect               rect)
{
  KoyomiColour colour = koyomi_matrix_style_get_change (self->palette)->removed;
  double line = M->chip_line * self->scale;
  double radius = M->chip_radius * self->scale;
  double dash = 2.5 * self->scale;

  _koyomi_brush_trace_rounded (brush, _koyomi_rect_inset (rect, line / 2), radius, radius);
  _koyomi_brush_set_rgb (brush, koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_PAPER));
  cairo_fill_preserve (brush->cr);
  _koyomi_brush_set_rgb (brush, colour);
  cairo_set_line_width (brush->cr, line);
  cairo_set_dash (brush->cr, &dash, 1, 0);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);

  show_changed (self, brush, letter, FALSE, rect, colour);
  cairo_move_to (brush->cr, rect.x + rect.width * 0.12, rect.y + rect.height * 0.82);
  cairo_line_to (brush->cr, rect.x + rect.width * 0.88, rect.y + rect.height * 0.18);
  cairo_set_line_width (brush->cr, line);
  cairo_stroke (brush->cr);
}

/* A cell beside how it was: letters that came, that went, and that stayed. @before, @after: not the same */
void
koyomi_matrix_chart_paint_change (const KoyomiMatrixChart *self,
                                  const KoyomiAlphabet    *alphabet,
                                  KoyomiLetters            before,
                                  KoyomiLetters            after,
                                  KoyomiRect               rect,
                                  cairo_t                 *cr)
{
  const KoyomiChangeStyle *style = koyomi_matrix_style_get_change (self->palette);
  KoyomiBrush brush = get_brush (self, cr);
  KoyomiRect chips[MOST_CHIPS];
  guint indices[MOST_CHIPS];
  guint n = koyomi_matrix_chart_place_letters (self, before | after, rect, chips, indices, G_N_ELEMENTS (chips));

  _koyomi_brush_set_rgb (&brush, (after & ~before) == 0 ? style->removed_ground : (before & ~after) == 0 ? style->added_ground
                                                                                                         : style->changed_ground);
  cairo_rectangle (cr, rect.x + M->hair, rect.y + M->hair, rect.width - 2 * M->hair, rect.height - 3 * M->hair);
  cairo_fill (cr);

  for (guint i = 0; i < n; i++)
    {
      KoyomiLetters letter = G_GUINT64_CONSTANT (1) << indices[i];
      const char *text = koyomi_alphabet_get_letter (alphabet, indices[i]);

      if ((before & letter) != 0 && (after & letter) != 0)
        paint_chip (self, &brush, text, indices[i], FALSE, chips[i]);
      else if ((after & letter) != 0)
        paint_added (self, &brush, text, indices[i], chips[i]);
      else
        paint_removed (self, &brush, text, chips[i]);
    }
}

/* In the corner of a heading: the team or function is new, or is over. */
void
koyomi_matrix_chart_paint_sign (const KoyomiMatrixChart *self,
                                gboolean                 is_added,
                                KoyomiRect               rect,
                                cairo_t                 *cr)
{
  const KoyomiChangeStyle *style = koyomi_matrix_style_get_change (self->palette);
  KoyomiBrush brush = get_brush (self, cr);
  double size = MIN (M->small * 1.4 * self->scale, rect.height);
  KoyomiRect sign = { rect.x + M->hair, rect.y + M->hair, size, size };

  _koyomi_brush_trace_rounded (&brush, sign, M->chip_radius * self->scale, M->chip_radius * self->scale);
  _koyomi_brush_set_rgb (&brush, is_added ? style->added : style->removed);
  cairo_fill (cr);
  show_text (&brush, is_added ? "+" : "−", M->small * self->scale, sign, KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED,
             koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_PAPER));
}

static const char *
name_kind (KoyomiRecord   *team,
           KoyomiLanguage  language)
{
  switch (koyomi_record_get_int (team, KOYOMI_TEAM_KIND))
    {
    case KOYOMI_TEAM_KIND_GROUP:
      /* Translators: below the name of a team: of another company of the group */
      return koyomi_trc (language, "team", "group company");
    case KOYOMI_TEAM_KIND_OUTSOURCED:
      /* Translators: below the name of a team */
      return koyomi_trc (language, "team", "outsourced");
    default:
      return "";
    }
}

/* The name in up to two lines, and below it what kind of team it is, unless it is of the company itself. */
void
koyomi_matrix_chart_paint_team (const KoyomiMatrixChart *self,
                                KoyomiRecord            *team,
                                KoyomiRect               rect,
                                cairo_t                 *cr)
{
  KoyomiBrush brush = get_brush (self, cr);
  const char *kind = name_kind (team, self->language);
  double line = M->small * 1.4 * self->scale;
  double gap = M->chip_gap * self->scale;
  KoyomiRect name = { rect.x + gap, rect.y, rect.width - 2 * gap, rect.height - (*kind != '\0' ? line : 0) };
  KoyomiRect below = { name.x, rect.y + rect.height - line - gap, name.width, line };

  show_text (&brush, koyomi_record_get_title (team), M->small * self->scale, name,
             KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED | KOYOMI_CHART_TEXT_TWO_LINES,
             koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_TEXT));
  if (*kind != '\0')
    show_text (&brush, kind, M->small * 0.9 * self->scale, below, KOYOMI_CHART_TEXT_CENTRED,
               koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_FAINT_TEXT));
}

/* The heading of a function where functions are the columns: its code and as much of its name as two lines take. */
void
koyomi_matrix_chart_paint_function (const KoyomiMatrixChart *self,
                                    KoyomiRecord            *function,
                                    KoyomiRect               rect,
                                    cairo_t                 *cr)
{
  KoyomiBrush brush = get_brush (self, cr);
  double line = M->small * 1.5 * self->scale;
  double gap = M->chip_gap * self->scale;
  KoyomiRect code = { rect.x + gap, rect.y + gap, rect.width - 2 * gap, line };
  KoyomiRect name = { code.x, code.y + line, code.width, rect.height - line - 2 * gap };

  show_text (&brush, koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE), M->small * self->scale, code,
             KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED,
             koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_TEXT));
  show_text (&brush, koyomi_record_get_title (function), M->small * 0.9 * self->scale, name,
             KOYOMI_CHART_TEXT_CENTRED | KOYOMI_CHART_TEXT_TWO_LINES,
             koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_TEXT));
}

static char *
format_level (int      level,
              gboolean is_known)
{
  return !is_known ? g_strdup ("?") : level == KOYOMI_LEVEL_NOT_DONE ? g_strdup ("–") : g_strdup_printf ("%d", level);
}

/* Returns: (transfer full): such as: 2 → 4; a question mark for what nobody has assessed, a dash for what is not to be done */
char *
koyomi_maturity_score_format (const KoyomiMaturityScore *self)
{
  g_autofree char *as_is = format_level (self->as_is, self->is_known);
  g_autofree char *to_be = format_level (self->to_be, self->has_goal);

  return g_strdup_printf ("%s → %s", as_is, to_be);
}

void
koyomi_matrix_chart_paint_levels (const KoyomiMatrixChart   *self,
                                  const KoyomiMaturityScore *score,
                                  gboolean                   with_boxes,
                                  KoyomiRect                 rect,
                                  cairo_t                   *cr)
{
  KoyomiBrush brush = get_brush (self, cr);
  double padding = M->padding * self->scale;
  double height = M->levels * self->scale;
  KoyomiRect boxes = { rect.x + padding, rect.y + (rect.height - height) / 2, koyomi_level_boxes_get_width (height), height };
  g_autofree char *text = koyomi_maturity_score_format (score);

  if (with_boxes)
    {
      koyomi_level_boxes_paint (boxes, score->is_known ? score->as_is : 0, score->has_goal ? score->to_be : 0, self->palette, cr);
      rect = (KoyomiRect) { boxes.x + boxes.width + padding, rect.y, MAX (rect.x + rect.width - boxes.x - boxes.width - padding, 1),
                            rect.height };
    }
  show_text (&brush, text, M->small * self->scale, rect, KOYOMI_CHART_TEXT_CENTRED,
             koyomi_chart_style_get_colour (self->palette, score->gap > 0 ? KOYOMI_CHART_COLOUR_TEXT : KOYOMI_CHART_COLOUR_FAINT_TEXT));
}

/* For how many functions the team does the work, and for how many it answers. */
void
koyomi_matrix_chart_paint_load (const KoyomiMatrixChart  *self,
                                const KoyomiMatrixColumn *column,
                                KoyomiRect                rect,
                                cairo_t                  *cr)
{
  g_autofree char *text = g_strdup_printf ("%u · %u", column->n_responsible, column->n_accountable);

  koyomi_matrix_chart_paint_text (self, text, FALSE, TRUE, rect, cr);
}

void
koyomi_matrix_chart_paint_text (const KoyomiMatrixChart *self,
                                const char              *text,
                                gboolean                 bold,
                                gboolean                 centred,
                                KoyomiRect               rect,
                                cairo_t                 *cr)
{
  KoyomiBrush brush = get_brush (self, cr);

  show_text (&brush, text, M->small * self->scale, rect,
             (bold ? KOYOMI_CHART_TEXT_BOLD : 0) | (centred ? KOYOMI_CHART_TEXT_CENTRED : 0) | KOYOMI_CHART_TEXT_TWO_LINES,
             koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_TEXT));
}

double
koyomi_matrix_chart_measure_pill (const KoyomiMatrixChart *self,
                                  const char              *text)
{
  return koyomi_chart_text_get_width (self->text, text, M->small * self->scale, KOYOMI_CHART_TEXT_BOLD) +
         2 * M->pill_padding * self->scale + 1;
}

/* @rect: the pill stands in the middle of its height, as wide as it is */
void
koyomi_matrix_chart_paint_pill (const KoyomiMatrixChart *self,
                                const char              *text,
                                KoyomiRect               rect,
                                cairo_t                 *cr)
{
  KoyomiBrush brush = get_brush (self, cr);
  const KoyomiBreachStyle *style = koyomi_matrix_style_get_breach (self->palette);
  double height = M->pill_height * self->scale;
  double padding = M->pill_padding * self->scale;
  KoyomiRect pill = { rect.x, rect.y + (rect.height - height) / 2, rect.width, height };

  if (pill.width <= 2 * padding)
    return;

  _koyomi_brush_trace_rounded (&brush, pill, height / 2, height / 2);
  _koyomi_brush_set_rgb (&brush, style->pill);
  cairo_fill (cr);
  pill.x += padding;
  pill.width -= 2 * padding;
  show_text (&brush, text, M->small * self->scale, pill, KOYOMI_CHART_TEXT_BOLD, style->text);
}

/* Around what is selected. @with_handle: the square at the corner by which it is drawn out */
void
koyomi_matrix_chart_paint_outline (const KoyomiMatrixChart *self,
                                   KoyomiRect               rect,
                                   gboolean                 with_handle,
                                   cairo_t                 *cr)
{
  KoyomiBrush brush = get_brush (self, cr);
  double handle = M->handle;

  _koyomi_brush_set_colour (&brush, KOYOMI_CHART_COLOUR_SELECTION);
  cairo_set_line_width (cr, M->outline);
  cairo_rectangle (cr, rect.x + M->outline / 2, rect.y + M->outline / 2, rect.width - M->outline, rect.height - M->outline);
  cairo_stroke (cr);
  if (!with_handle)
    return;

  _koyomi_brush_fill_rect (&brush, rect.x + rect.width - handle, rect.y + rect.height - handle, handle + 1, handle + 1,
                           KOYOMI_CHART_COLOUR_PAPER);
  _koyomi_brush_fill_rect (&brush, rect.x + rect.width - handle + 1, rect.y + rect.height - handle + 1, handle, handle,
                           KOYOMI_CHART_COLOUR_SELECTION);
}

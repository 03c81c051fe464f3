#include "koyomi-metric-picture-private.h"

#include "koyomi-paragraph.h"
#include "koyomi-watermark.h"

#include <math.h>

/* In points where texts have their usual size. A slide is as wide. */
#define WIDTH 1280.0
#define PLOT_WIDTH 880.0
#define PLOT_HEIGHT 460.0
#define MARGIN 32.0
#define GAP 14.0
#define TITLE_SIZE 22.0
#define SUBJECT_SIZE 13.0
#define SMALL_SIZE 10.5
#define ACROSS 4

typedef struct
{
  KoyomiMetricReport       *report;
  const KoyomiMetricCourse *course;    /* (nullable): NULL for the board page */
  GPtrArray                *figures;   /* (element-type KoyomiFigure) */
  KoyomiChartText          *texts;
  char                     *title;
  char                     *subject;
  char                     *foot;
  double                    width;
  double                    height;
  double                    head;
  double                    line;      /* how high a line of figures is */
} Picture;

static void
clear_picture (Picture *self)
{
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->texts, koyomi_chart_text_free);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->foot);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear_picture)

static double
get_figure_width (const Picture *self)
{
  return self->course != NULL ? self->width - 2 * MARGIN : (self->width - 2 * MARGIN - GAP * (ACROSS - 1)) / ACROSS;
}

static void
add_figures (Picture *self)
{
  if (self->course != NULL)
    {
      g_ptr_array_add (self->figures, _koyomi_metric_report_new_plot (self->report, self->course));
      self->line = PLOT_HEIGHT;
      return;
    }

  for (guint i = 0; i < self->report->tiles->len; i++)
    {
      KoyomiFigure *card = _koyomi_metric_report_new_card (self->report, g_ptr_array_index (self->report->tiles, i));

      g_ptr_array_add (self->figures, card);
      self->line = MAX (self->line, koyomi_figure_measure (card, get_figure_width (self), 1));
    }
}

static void
set_texts (Picture *self)
{
  const KoyomiDocument *document = self->report->document;
  const char *classification = document->facts->classification;
  g_autofree char *stamp = _koyomi_document_dup_stamp (document);

  self->title = g_strdup (document->title);
  self->subject = g_strjoin ("   ", document->facts->organisation, document->subject, NULL);
  self->foot = g_strjoin ("   ", stamp, *classification != '\0' ? classification : NULL, NULL);
}

static void
lay_out (Picture                  *self,
         KoyomiMetricReport       *report,
         const KoyomiMetricCourse *course)
{
  guint n_lines;

  self->report = report;
  self->course = course;
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  self->texts = koyomi_chart_text_new (report->language);
  self->width = course != NULL ? PLOT_WIDTH : WIDTH;
  self->head = MARGIN + koyomi_paragraph_get_line (TITLE_SIZE) + koyomi_paragraph_get_line (SUBJECT_SIZE) + GAP;
  set_texts (self);
  add_figures (self);
  n_lines = course != NULL ? 1 : (self->figures->len + ACROSS - 1) / ACROSS;
  self->height = ceil (self->head + n_lines * (self->line + GAP) + koyomi_paragraph_get_line (SMALL_SIZE) + MARGIN);
}

static double
paint_text (Picture           *self,
            const char        *text,
            double             size,
            gboolean           is_bold,
            KoyomiChartColour  colour,
            double             y,
            cairo_t           *cr)
{
  KoyomiParagraph paragraph = { text, size, self->width - 2 * MARGIN, is_bold ? KOYOMI_CHART_TEXT_BOLD : 0,
                                koyomi_chart_style_get_colour (KOYOMI_CHART_PALETTE_PRINT, colour) };

  koyomi_paragraph_paint (&paragraph, self->texts, 0, 1, MARGIN, y, cr);

  return koyomi_paragraph_get_line (size);
}

static void
paint (cairo_t  *cr,
       gpointer  data)
{
  Picture *self = data;
  double width = get_figure_width (self), y = MARGIN;

  y += paint_text (self, self->title, TITLE_SIZE, TRUE, KOYOMI_CHART_COLOUR_TEXT, y, cr);
  paint_text (self, self->subject, SUBJECT_SIZE, FALSE, KOYOMI_CHART_COLOUR_TEXT, y, cr);
  for (guint i = 0; i < self->figures->len; i++)
    {
      KoyomiFigure *figure = g_ptr_array_index (self->figures, i);

      cairo_save (cr);
      cairo_translate (cr, MARGIN + i % ACROSS * (width + GAP), self->head + i / ACROSS * (self->line + GAP));
      koyomi_figure_place (figure, width, self->line, 1);
      koyomi_figure_paint (figure, -1, KOYOMI_CHART_PALETTE_PRINT, cr);
      cairo_restore (cr);
    }
  paint_text (self, self->foot, SMALL_SIZE, FALSE, KOYOMI_CHART_COLOUR_FAINT_TEXT,
              self->height - MARGIN - koyomi_paragraph_get_line (SMALL_SIZE) + GAP, cr);
  koyomi_watermark_paint (self->report->document->facts->watermark, self->report->language, self->width, self->height, cr);
}

/* The board page, or one metric where it is named. The stream stays open. */
gboolean
_koyomi_metric_picture_write (KoyomiMetricReport        *report,
                              const KoyomiMetricCourse  *course,
                              KoyomiPictureFormat        format,
                              GOutputStream             *stream,
                              GCancellable              *cancellable,
                              GError                   **error)
{
  g_auto(Picture) self = { 0 };

  lay_out (&self, report, course);

  return _koyomi_picture_write (format, self.width, self.height, self.title, paint, &self, stream, cancellable, error);
}

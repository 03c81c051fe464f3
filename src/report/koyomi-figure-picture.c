#include "koyomi-figure-picture.h"

#include "koyomi-output-file.h"
#include "koyomi-picture-private.h"
#include "koyomi-watermark.h"

#include <math.h>

/* Returns: with its dot */
const char *
koyomi_picture_format_get_suffix (KoyomiPictureFormat self)
{
  static const char * const suffixes[KOYOMI_N_PICTURE_FORMATS] = { ".png", ".svg", ".pdf" };

  g_return_val_if_fail ((guint) self < KOYOMI_N_PICTURE_FORMATS, NULL);

  return suffixes[self];
}

/* A figure has no margin: the line of the mark stands above it. */
typedef struct
{
  KoyomiFigure *figure;
  const char   *watermark;
  double        top;
  double        width;
  double        height;   /* of the figure */
} Picture;

static void
paint (cairo_t  *cr,
       gpointer  data)
{
  const Picture *self = data;

  cairo_save (cr);
  cairo_translate (cr, 0, self->top);
  koyomi_figure_paint (self->figure, -1, KOYOMI_CHART_PALETTE_PRINT, cr);
  cairo_restore (cr);
  koyomi_watermark_paint (self->watermark, koyomi_figure_get_language (self->figure), self->width, self->top + self->height, cr);
}

/**
 * koyomi_figure_save_picture:
 * @width: in points; the height is what suits it
 * @watermark: what stands across it; "" for nothing
 *
 * Places the figure: whoever shows it places it again.
 *
 * Returns: FALSE with an error of the file, which is then as it was, or %G_IO_ERROR_FAILED when drawing failed
 */
gboolean
koyomi_figure_save_picture (KoyomiFigure         *figure,
                            double                width,
                            KoyomiPictureFormat   format,
                            const char           *watermark,
                            const char           *path,
                            GError              **error)
{
  g_autoptr(KoyomiOutputFile) file = NULL;
  Picture picture = { figure, watermark, *watermark != '\0' ? KOYOMI_WATERMARK_LINE : 0, width, 0 };

  g_return_val_if_fail (KOYOMI_IS_FIGURE (figure) && width > 0, FALSE);
  g_return_val_if_fail ((guint) format < KOYOMI_N_PICTURE_FORMATS, FALSE);

  file = koyomi_output_file_new (path, error);
  if (file == NULL)
    return FALSE;

  picture.height = ceil (koyomi_figure_measure (figure, width, 1));
  koyomi_figure_place (figure, width, picture.height, 1);

  return _koyomi_picture_write (format, width, picture.top + picture.height, koyomi_figure_get_title (figure), paint, &picture,
                                koyomi_output_file_get_stream (file), NULL, error) &&
         koyomi_output_file_commit (file, error);
}

#include "koyomi-figure-picture.h"
#include "koyomi-metric-card.h"
#include "koyomi-test-folder.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

static KoyomiFigure *
create_card (void)
{
  KoyomiFigure *card = koyomi_metric_card_new (KOYOMI_LANGUAGE_JA, "封じ込めまでの平均時間", "時間", 1);

  koyomi_metric_card_set_value (KOYOMI_METRIC_CARD (card), 6.5, KOYOMI_METRIC_ON_TARGET);

  return card;
}

/* Each is what its ending says, by the magic numbers at its start. */
static void
test_formats (void)
{
  static const char * const starts[KOYOMI_N_PICTURE_FORMATS] = { "\x89PNG", "<?xml", "%PDF" };
  g_autofree char *folder = koyomi_test_folder_make ("pictures");
  g_autoptr(KoyomiFigure) card = create_card ();

  for (KoyomiPictureFormat i = 0; i < KOYOMI_N_PICTURE_FORMATS; i++)
    {
      g_autofree char *name = g_strconcat ("card", koyomi_picture_format_get_suffix (i), NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (koyomi_figure_save_picture (card, 300, i, "", path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_cmpint (strncmp (bytes, starts[i], strlen (starts[i])), ==, 0);
    }

}

/* Two pixels a point, on white, and something drawn. */
static void
test_png (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("pictures");
  g_autofree char *path = g_build_filename (folder, "card.png", NULL);
  g_autoptr(KoyomiFigure) card = create_card ();
  cairo_surface_t *picture;
  const guint32 *pixels;
  guint n_inked = 0;

  g_assert_true (koyomi_figure_save_picture (card, 300, KOYOMI_PICTURE_PNG, "", path, NULL));
  picture = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 600);
  pixels = (const guint32 *) cairo_image_surface_get_data (picture);
  g_assert_cmpuint (pixels[0] & 0xffffff, ==, 0xffffff);
  for (int i = 0; i < cairo_image_surface_get_stride (picture) / 4 * cairo_image_surface_get_height (picture); i++)
    n_inked += (pixels[i] & 0xffffff) != 0xffffff;
  g_assert_cmpuint (n_inked, >, 1000);
  cairo_surface_destroy (picture);
}

/* What was there stays when the picture cannot be written. */
static void
test_failure (void)
{
  g_autoptr(KoyomiFigure) card = create_card ();
  g_autoptr(GError) error = NULL;

  g_assert_false (koyomi_figure_save_picture (card, 300, KOYOMI_PICTURE_PDF, "", "/nowhere/at/all.pdf", &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  g_test_add_func ("/report/figure-picture/is-of-the-format-asked-for", test_formats);
  g_test_add_func ("/report/figure-picture/has-two-pixels-a-point", test_png);
  g_test_add_func ("/report/figure-picture/failure-is-told", test_failure);

  return koyomi_test_folder_finish (g_test_run ());
}

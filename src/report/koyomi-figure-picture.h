#pragma once

#include "koyomi-figure.h"

G_BEGIN_DECLS

/* A figure as a file by itself, in the colours of paper. */
typedef enum
{
  KOYOMI_PICTURE_PNG,
  KOYOMI_PICTURE_SVG,
  KOYOMI_PICTURE_PDF,
} KoyomiPictureFormat;

#define KOYOMI_N_PICTURE_FORMATS 3

const char *koyomi_picture_format_get_suffix (KoyomiPictureFormat   self);
gboolean    koyomi_figure_save_picture       (KoyomiFigure         *figure,
                                              double                width,
                                              KoyomiPictureFormat   format,
                                              const char           *watermark,
                                              const char           *path,
                                              GError              **error);

G_END_DECLS

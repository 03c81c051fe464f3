#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* Values along a line, with ticks at round ones. */
typedef struct
{
  double low;       /* of the first tick */
  double step;
  guint  n_steps;   /* a tick more than these */
} KoyomiValueAxis;

KoyomiValueAxis koyomi_value_axis_create       (double                 lowest,
                                                double                 highest,
                                                guint                  most_steps,
                                                gboolean               is_whole);
double          koyomi_value_axis_get_tick     (const KoyomiValueAxis *self,
                                                guint                  index);
double          koyomi_value_axis_get_high     (const KoyomiValueAxis *self);
double          koyomi_value_axis_place        (const KoyomiValueAxis *self,
                                                double                 value);
guint           koyomi_value_axis_get_decimals (const KoyomiValueAxis *self);
char           *koyomi_value_format            (double                 value,
                                                guint                  decimals,
                                                const char            *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What a new plan begins with. */
typedef enum
{
  KOYOMI_TEMPLATE_CRIC,     /* the 31 functions of the CRIC table with their year, the catalogues, starting teams */
  KOYOMI_TEMPLATE_EMPTY,    /* controls, metrics and reporting duties only */
  KOYOMI_TEMPLATE_SAMPLE,   /* a fictional company in the middle of its year */
} KoyomiTemplate;

typedef struct
{
  KoyomiTemplate  template;
  int             fiscal_year;       /* 0 for the one that today is in */
  int             start_month;       /* 1 to 12; 0 for April */
  gboolean        adjusted_months;   /* the months that the reference proposes, not those of the source table */
  KoyomiLanguage  language;          /* the plan's own */
  const char     *organisation;      /* (nullable) */
} KoyomiPlanOptions;

gboolean     koyomi_template_from_nick  (const char               *nick,
                                         KoyomiTemplate           *self);
const char  *koyomi_template_get_name   (KoyomiTemplate            self,
                                         KoyomiLanguage            language);

gboolean     koyomi_plan_create         (const char               *path,
                                         const KoyomiPlanOptions  *options,
                                         KoyomiProgressFunc        progress,
                                         gpointer                  progress_data,
                                         GCancellable             *cancellable,
                                         GError                  **error);

G_END_DECLS

// The reader's time zone, so that the server can tell when an outlet's clock differs from theirs.
"use strict";

(() => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (timeZone && !document.cookie.includes(`zone=${timeZone}`)) {
    document.cookie = `zone=${timeZone};path=/;max-age=31536000;samesite=lax`;
  }
})();

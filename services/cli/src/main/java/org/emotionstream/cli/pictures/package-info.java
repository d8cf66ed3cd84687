/** Which pictures: found in files and folders, or Debian's own examples; named, and sent. */
package org.emotionstream.cli.pictures;
